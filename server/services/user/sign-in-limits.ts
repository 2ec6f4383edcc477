import type { Db } from "#db/client.ts";
import { type AttemptLimit, countAttempt, forgetAttempts } from "../count-attempt.ts";

const BY_ADDRESS: AttemptLimit = { name: "sign-in", attempts: 10, seconds: 15 * 60 };
const BY_DAY: AttemptLimit = { name: "sign-in-day", attempts: 100, seconds: 24 * 60 * 60 };

/**
 * Counts one attempt to sign in. Ten per account and address in a quarter of an hour, so that a stranger's attempts do
 * not lock the owner out; a hundred per account a day from everywhere together.
 */
export async function countSignInAttempt(db: Db, account: string, address: string): Promise<void> {
  await countAttempt(db, BY_ADDRESS, `${account}|${address}`);
  await countAttempt(db, BY_DAY, account);
}

/** Forgets the attempts of somebody who has just shown the password. */
export async function forgetSignInAttempts(db: Db, account: string, address: string): Promise<void> {
  await forgetAttempts(db, BY_ADDRESS, `${account}|${address}`);
}
