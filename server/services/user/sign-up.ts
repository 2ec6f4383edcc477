import { setTimeout as until } from "node:timers/promises";
import { DomainError } from "#core/errors.ts";
import type { RateLimit } from "#core/request/rate-limit.ts";
import type { Tx } from "#db/client.ts";
import { takeLock } from "#db/locks.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { countAttempt } from "#services/count-attempt.ts";
import { countedNetwork } from "#services/network-of.ts";
import { transact } from "#services/transact.ts";
import { createAccount } from "./create-user.ts";
import type { SignUpInput } from "./input.ts";

const FROM_ADDRESS: RateLimit = { name: "sign-up", quota: 60, seconds: 60 * 60 };
/** No answer comes earlier than this, so that the time does not tell what there was to do. Hashing takes most of it. */
const EARLIEST_ANSWER_MS = 500;

async function roleOfNext(tx: Tx): Promise<"admin" | "forecaster"> {
  // Two people who sign up at once on an empty instance must not both become its admin.
  await takeLock(tx, "firstAccount");
  return (await tx.user.count({ where: { passwordHash: { not: null } } })) === 0 ? "admin" : "forecaster";
}

async function makeUnlessKnown(ctx: ServiceContext, input: SignUpInput): Promise<void> {
  try {
    await createAccount(ctx, "sign-up", input, roleOfNext);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "email_must_be_free")) throw error;
  }
}

/**
 * Somebody makes an account for themselves. The first account of an empty instance becomes its admin. An e-mail address that
 * has an account gets the same answer, in the same time, and nothing is made: who has an account here is told to nobody. A name
 * that is taken is told, since names are public.
 */
export async function signUp(ctx: ServiceContext, input: SignUpInput): Promise<{ accepted: true }> {
  authorize(ctx, "sign_up");
  await transact(ctx, (tx) => countAttempt(tx, FROM_ADDRESS, countedNetwork(ctx.address)));
  await Promise.all([makeUnlessKnown(ctx, input), until(EARLIEST_ANSWER_MS)]);
  return { accepted: true };
}
