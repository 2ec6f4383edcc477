import { DomainError } from "#core/errors.ts";
import type { Db, Tx } from "#db/client.ts";
import type { ServiceContext } from "../context.ts";
import { QUESTION_NOT_OPEN } from "../forecast/submit-forecast.ts";
import { isUniqueViolation, sqlState } from "../transact.ts";
import { hiddenUntil } from "../visibility.ts";

const CHECK_VIOLATION = "23514";

/** A refusal of the database's, as the rule that was broken. Anything else is handed on as it is. */
export async function tellRefusal<T>(ctx: ServiceContext, questionId: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const state = sqlState(error);
    if (state === QUESTION_NOT_OPEN) throw await closedMarket(ctx.db, questionId, ctx.now);
    // The balance may have been spent in another market since it was read.
    if (state === CHECK_VIOLATION && String(error).includes("ledger_accounts_covered")) throw uncovered();
    if (isUniqueViolation(error)) throw keyReused();
    throw error;
  }
}

export function uncovered(): DomainError {
  return new DomainError("balance_must_cover_cost", "You do not have enough credits for this.");
}

export function keyReused(): DomainError {
  return new DomainError(
    "idempotency_key_must_not_be_reused",
    "This idempotency key belongs to another act.",
    "idempotencyKey",
  );
}

/** Why a question takes no trades, in words. */
export async function closedMarket(db: Db | Tx, questionId: string, now: Date): Promise<DomainError> {
  const question = await db.question.findUnique({
    where: { id: questionId },
    select: { opensAt: true, closesAt: true, revealAt: true, final: { select: { finalAt: true } } },
  });
  const why = (message: string) => new DomainError("question_must_be_open", message);
  if (question?.final) return why("This question has an answer, so its market is closed.");
  if (question && now < question.opensAt) return why(`Trading opens at ${question.opensAt.toISOString()}.`);
  const hidden = question && hiddenUntil({ now }, question);
  if (hidden)
    return why(`Its crowd is hidden until ${hidden.toISOString()}. Trading opens then, since a price would tell it.`);
  return why(`Trading closed at ${question?.closesAt.toISOString()}. Nothing was traded.`);
}
