import { RateLimiterRes } from "rate-limiter-flexible";
import { accountIdOf } from "#core/actor.ts";
import { LimitReached } from "#core/errors.ts";
import type { RateLimit, RateLimitState } from "#core/request/rate-limit.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "./context.ts";
import { limiter } from "./count-attempt.ts";
import { countedNetwork } from "./network-of.ts";
import { type SharedCount, sharedCount } from "./shared-count.ts";

/** All that somebody changes together: more than any person does, and less than would stop the server. */
export const WRITES: RateLimit = { name: "writes", quota: 600, seconds: 60 };
/** With more people at once in one process than this, whoever was first counted longest ago is looked up again. */
const MAX_PEOPLE = 10_000;

const countsOf = new WeakMap<Db, Map<string, SharedCount>>();

/** Too much is an answer here like any other. */
async function consumed(db: Db, key: string, points: number): Promise<RateLimiterRes> {
  try {
    return await limiter(db, WRITES).consume(key, points);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}

function countOf(db: Db, key: string): SharedCount {
  const counts = countsOf.get(db) ?? new Map<string, SharedCount>();
  countsOf.set(db, counts);
  const known = counts.get(key) ?? sharedCount(WRITES, (points) => consumed(db, key, points));
  counts.set(key, known);
  const [oldest] = counts.keys();
  if (counts.size > MAX_PEOPLE && oldest !== undefined) counts.delete(oldest);
  return known;
}

/** Counts one change by a person, or by an address where nobody is signed in, in all processes together. */
export async function countWrite({ db, actor, address }: ServiceContext): Promise<RateLimitState> {
  const id = accountIdOf(actor);
  const key = id === null ? `address ${countedNetwork(address)}` : `person ${id}`;
  const { state, isTooMany } = await countOf(db, key).count();
  if (!isTooMany) return state;
  throw new LimitReached("writes_must_stay_within_limit", state);
}
