import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { DomainError } from "#core/errors.ts";
import { publicOrigin } from "#server/env.ts";
import { contextOf } from "./context.ts";
import { appRouter } from "./root.ts";
import { toldError } from "./trpc.ts";

const MOST_CALLS_A_BATCH = 10;

/** A form on another site can post, but it cannot say that it comes from here. */
function comesFromElsewhere(request: Request): boolean {
  if (request.method === "GET") return false;
  const origin = request.headers.get("origin");
  return origin !== null && origin !== publicOrigin() && origin !== new URL(request.url).origin;
}

function refusal(status: number, message: string): Response {
  return Response.json([{ error: { json: { message, code: -32_600, data: { httpStatus: status } } } }], { status });
}

const SOON_SECONDS = "1";
const LATER_SECONDS = "60";
const WHEN_BACK_SECONDS = "5";

/** When to come back, for whoever was told that it is too much: soon where it was everybody's doing, later where it was theirs. */
function retryAfter(errors: readonly TRPCError[]): { headers?: Headers } {
  if (errors.some(({ code }) => code === "SERVICE_UNAVAILABLE")) {
    return { headers: new Headers({ "retry-after": WHEN_BACK_SECONDS }) };
  }
  const limits = errors.filter(({ code }) => code === "TOO_MANY_REQUESTS");
  if (limits.length === 0) return {};
  const areLoad = limits.every(
    ({ cause }) => cause instanceof DomainError && cause.code === "load_must_stay_within_capacity",
  );
  return { headers: new Headers({ "retry-after": areLoad ? SOON_SECONDS : LATER_SECONDS }) };
}

/** Answers tRPC over HTTP: from a plain request to a plain response. */
export async function answerTrpc(request: Request): Promise<Response> {
  if (comesFromElsewhere(request)) return refusal(403, "This request comes from another site.");
  if (request.method === "POST" && !request.headers.get("content-type")?.startsWith("application/json")) {
    return refusal(415, "Send JSON.");
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    maxBatchSize: MOST_CALLS_A_BATCH,
    createContext: () =>
      contextOf(request.headers).catch((error: unknown) => {
        throw toldError(error, "session");
      }),
    responseMeta: ({ errors }) => retryAfter(errors),
  });
}
