import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { DomainError, LimitReached } from "#core/errors.ts";
import { type RateLimitState, rateLimitHeaders } from "#core/request/rate-limit.ts";
import { comesFromElsewhere } from "#server/auth/comes-from-elsewhere.ts";
import { calledContextOf } from "./context.ts";
import { countReads } from "./count-reads.ts";
import { appRouter } from "./root.ts";
import { shownError } from "./trpc.ts";

const MAX_CALLS_A_BATCH = 10;

type HeaderPairs = [name: string, value: string][];

function refusal(status: number, message: string, headers: HeaderPairs = []): Response {
  const body = [{ error: { json: { message, code: -32_600, data: { httpStatus: status } } } }];
  return Response.json(body, { status, headers });
}

const SOON_S = 1;
const LATER_S = 60;
const WHEN_BACK_S = 5;

/** When to come back, for whoever was told that it is too much: soon where it was everybody's doing, later where it was theirs. */
function retryAfter(errors: readonly TRPCError[]): HeaderPairs {
  const waits = errors.flatMap(({ code, cause }) => {
    if (code === "SERVICE_UNAVAILABLE") return WHEN_BACK_S;
    if (code !== "TOO_MANY_REQUESTS") return [];
    if (cause instanceof LimitReached) return cause.state.resetSeconds;
    return cause instanceof DomainError && cause.code === "load_must_stay_within_capacity" ? SOON_S : LATER_S;
  });
  return waits.length === 0 ? [] : [["retry-after", String(Math.max(...waits))]];
}

/** What is left of each limit that these calls counted in: the last word on each, and what refused one of them. */
function limitsOf(counted: readonly RateLimitState[], errors: readonly TRPCError[]): RateLimitState[] {
  const refused = errors.flatMap(({ cause }) => (cause instanceof LimitReached ? [cause.state] : []));
  const states = new Map([...counted, ...refused].map((state) => [state.limit.name, state]));
  return [...states.values()];
}

/** Answers tRPC over HTTP: from a plain request to a plain response. */
export async function answerTrpc(request: Request): Promise<Response> {
  if (comesFromElsewhere(request)) return refusal(403, "This request comes from another site.");
  if (request.method === "POST" && !request.headers.get("content-type")?.startsWith("application/json")) {
    return refusal(415, "Send JSON.");
  }
  const reads = request.method === "GET" ? await countReads(request) : undefined;
  if (reads?.isTooMany) {
    const wait: HeaderPairs = [["retry-after", String(reads.state.resetSeconds)], ...rateLimitHeaders([reads.state])];
    return refusal(429, "Too many requests from your address. Try again in a minute.", wait);
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    maxBatchSize: MAX_CALLS_A_BATCH,
    createContext: () =>
      calledContextOf(request.headers).catch((error: unknown) => {
        throw shownError(error, "session");
      }),
    responseMeta: ({ ctx, errors }) => {
      const limits = limitsOf([...(reads ? [reads.state] : []), ...(ctx?.counted ?? [])], errors);
      return { headers: new Headers([...retryAfter(errors), ...rateLimitHeaders(limits)]) };
    },
  });
}
