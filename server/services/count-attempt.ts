import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "#core/errors.ts";
import type { Db } from "#db/client.ts";

/** How often something may be tried by one of whoever is told apart, counted in the database for every process together. */
export interface AttemptLimit {
  readonly name: string;
  readonly attempts: number;
  readonly seconds: number;
}

function limiter(db: Db, { name, attempts, seconds }: AttemptLimit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimit",
    keyPrefix: name,
    points: attempts,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}

/** Counts one attempt, and refuses the first one too many. */
export async function countAttempt(db: Db, limit: AttemptLimit, key: string): Promise<void> {
  try {
    await limiter(db, limit).consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
    const span = minutes === 1 ? "a minute" : `${minutes} minutes`;
    throw new DomainError("attempts_must_stay_within_limit", `Too many attempts. Try again in ${span}.`);
  }
}

/** Forgets what was counted. */
export async function forgetAttempts(db: Db, limit: AttemptLimit, key: string): Promise<void> {
  await limiter(db, limit).delete(key);
}
