import { isAnonymous } from "#core/actor.ts";
import { DomainError, LimitReached } from "#core/errors.ts";
import { ownPath } from "#core/request/own-path.ts";
import { rateLimitHeaders } from "#core/request/rate-limit.ts";
import { publicOrigin } from "#server/env.ts";
import { log } from "#server/log.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { outageOf } from "#services/outage.ts";
import { comesFromElsewhere } from "./comes-from-elsewhere.ts";
import { deviceCookie } from "./cookies.ts";
import { type AuthOutcome, authOptions } from "./options.ts";
import { sessionActor } from "./session-actor.ts";
import { type AuthBody, throughNextAuth } from "./through-next-auth.ts";

/** All of NextAuth that Parley uses. Its other routes are not there. */
const SIGN_IN = "POST callback/credentials";
const ROUTES = ["GET csrf", "GET session", "GET providers", "POST signout", SIGN_IN];
/** Pages of NextAuth's own, in whose place ours stands. */
const FORMS = ["GET signin", "GET error"];
const MAX_CHARACTERS = 10_000;
const SOON_S = 1;
const WHEN_BACK_S = 5;

/** As NextAuth's own clients read it, and in words for ours. */
function refusal(status: number, message: string, headers: [string, string][] = []): Response {
  const url = `${publicOrigin()}/sign-in?error=${encodeURIComponent(message)}`;
  return Response.json({ url, message }, { status, headers });
}

function failed(failure: unknown): Response {
  if (failure instanceof LimitReached) {
    const { state } = failure;
    return refusal(429, sentenceOf(failure), [
      ["retry-after", String(state.resetSeconds)],
      ...rateLimitHeaders([state]),
    ]);
  }
  const told = outageOf(failure) ?? failure;
  if (told instanceof DomainError && told.kind === "unavailable") {
    log.warn({ err: failure }, "signing in or out failed");
    return refusal(503, sentenceOf(told), [["retry-after", String(WHEN_BACK_S)]]);
  }
  if (told instanceof DomainError) return refusal(429, sentenceOf(told), [["retry-after", String(SOON_S)]]);
  log.error({ err: failure }, "signing in or out failed");
  return refusal(500, "Something went wrong on our side. Nothing was changed.");
}

/** To our own form, with the aim that NextAuth's was to lead to. */
function toForm(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const next = ownPath(searchParams.get("callbackUrl"), publicOrigin());
  const query = new URLSearchParams({ next, ...(searchParams.has("error") ? { error: "sign-in" } : {}) });
  return Response.redirect(`${publicOrigin()}/sign-in?${query}`, 302);
}

/** The fields of a form or a JSON object; undefined where the body is neither. */
async function fieldsOf(request: Request): Promise<AuthBody | undefined> {
  const text = await request.text();
  if (text.length > MAX_CHARACTERS) return;
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  if (!type.startsWith("application/json")) return;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return;
  }
}

function withOutcome(response: Response, route: string, { state, deviceToken }: AuthOutcome): Response {
  for (const [name, value] of rateLimitHeaders(state ? [state] : [])) response.headers.set(name, value);
  if (deviceToken) response.headers.append("set-cookie", deviceCookie(deviceToken));
  // NextAuth answers a form without its token as if all was well, and only leads back to the form.
  const isStale = route === SIGN_IN && response.status < 400 && !deviceToken;
  return isStale ? refusal(403, "This page has been open for too long. Load it again, and then sign in.") : response;
}

/** Answers `/api/auth/…`: from a plain request to a plain response. */
export function answerAuth(request: Request): Promise<Response> {
  return answered(request).catch(failed);
}

async function answered(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.split("/").slice(3);
  const route = `${request.method} ${path.join("/")}`;
  if (FORMS.includes(route)) return toForm(request);
  if (!ROUTES.includes(route)) return refusal(404, "There is nothing here.");
  if (comesFromElsewhere(request)) return refusal(403, "This request comes from another site.");
  const body = request.method === "POST" ? await fieldsOf(request) : {};
  if (!body) return refusal(415, "Send a form of moderate size, or JSON.");
  if (route === "GET session" && isAnonymous(await sessionActor(request.headers))) return Response.json({});
  const outcome: AuthOutcome = {};
  const response = await throughNextAuth(request, path, body, authOptions(request.headers, outcome));
  return outcome.failure === undefined ? withOutcome(response, route, outcome) : failed(outcome.failure);
}
