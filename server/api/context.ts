import type { RateLimitState } from "#core/request/rate-limit.ts";
import { sessionActor } from "#server/auth/session-actor.ts";
import { contextFor, type ServiceContext } from "#services/context.ts";

/** What a procedure is given. */
export interface ApiContext extends ServiceContext {
  /**
   * For a request from outside: what is left of the limits that it was counted in, for its answer to tell. Absent where Parley
   * calls its own procedures, which counts in none.
   */
  readonly counted?: RateLimitState[];
}

/** A context for one HTTP request, read from its headers alone, so that any kind of server can build it. */
export async function contextOf(headers: Headers): Promise<ApiContext> {
  const ctx = await contextFor(await sessionActor(headers));
  return { ...ctx, address: headers.get("x-real-address") ?? undefined };
}

/** As `contextOf`, for a call from outside, which counts in the limits. */
export async function calledContextOf(headers: Headers): Promise<ApiContext> {
  return { ...(await contextOf(headers)), counted: [] };
}
