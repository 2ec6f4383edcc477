import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "#core/errors.ts";
import type { Db } from "#db/client.ts";

const QUARTER_HOUR_S = 15 * 60;
const DAY_S = 24 * 60 * 60;

function limiter(db: Db, keyPrefix: string, points: number, duration: number): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimit",
    keyPrefix,
    points,
    duration,
    clearExpiredByTimeout: false,
  });
}

async function consume(limit: RateLimiterPrisma, key: string): Promise<void> {
  try {
    await limit.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
    throw new DomainError("attempts_must_stay_within_limit", `Too many attempts. Try again in ${minutes} minutes.`);
  }
}

/**
 * Counts one attempt to sign in. Ten per account and address in a quarter of an hour, so that a stranger's attempts do
 * not lock the owner out; a hundred per account a day from everywhere together.
 */
export async function countSignInAttempt(db: Db, account: string, address: string): Promise<void> {
  await consume(limiter(db, "sign-in", 10, QUARTER_HOUR_S), `${account}|${address}`);
  await consume(limiter(db, "sign-in-day", 100, DAY_S), account);
}

/** Forgets the attempts of somebody who has just shown the password. */
export async function forgetSignInAttempts(db: Db, account: string, address: string): Promise<void> {
  await limiter(db, "sign-in", 10, QUARTER_HOUR_S).delete(`${account}|${address}`);
}
