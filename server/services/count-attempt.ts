import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { LimitReached } from "#core/errors.ts";
import type { RateLimit, RateLimitState } from "#core/request/rate-limit.ts";
import type { Db, Tx } from "#db/client.ts";

/** Counts in the database, for every process together. Expired counts are swept by a job. */
export function limiter(db: Db | Tx, { name, quota, seconds }: RateLimit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimit",
    keyPrefix: name,
    points: quota,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}

export function stateOf(limit: RateLimit, counted: RateLimiterRes): RateLimitState {
  return {
    limit,
    remaining: Math.max(0, limit.quota - counted.consumedPoints),
    resetSeconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1_000)),
  };
}

/**
 * Counts one attempt, and refuses the first one too many. Inside a transaction that is taken back when it is refused, a
 * refused attempt leaves nothing behind.
 */
export async function countAttempt(db: Db | Tx, limit: RateLimit, key: string): Promise<RateLimitState> {
  try {
    return stateOf(limit, await limiter(db, limit).consume(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const state = stateOf(limit, refusal);
    throw new LimitReached("attempts_must_stay_within_limit", state);
  }
}

/** Takes back one attempt that turned out not to be a guess. */
export async function forgiveAttempt(db: Db | Tx, limit: RateLimit, key: string): Promise<void> {
  await limiter(db, limit).reward(key, 1);
}

/** Forgets what was counted. */
export async function forgetAttempts(db: Db | Tx, limit: RateLimit, key: string): Promise<void> {
  await limiter(db, limit).delete(key);
}
