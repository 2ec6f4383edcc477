import { DomainError } from "#core/errors.ts";
import type { RuleValues } from "#core/rule-values.ts";
import type { Db, Tx } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { QUESTION_NOT_OPEN } from "#services/forecast/submit-forecast.ts";
import { isUniqueViolation, sqlState } from "#services/transact.ts";
import { hiddenUntil } from "#services/visibility.ts";

const CHECK_VIOLATION = "23514";

/** A refusal of the database's, as the rule that was broken. Anything else is handed on as it is. */
export async function refusalOfTrade<T>(ctx: ServiceContext, questionId: string, work: Promise<T>): Promise<T> {
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
  return new DomainError("balance_must_cover_cost");
}

export function keyReused(): DomainError {
  return new DomainError("idempotency_key_must_not_be_reused", { of: "trade", field: "idempotencyKey" });
}

/** Why a question takes no trades. */
export async function closedMarket(db: Db | Tx, questionId: string, now: Date): Promise<DomainError> {
  const question = await db.question.findUnique({
    where: { id: questionId },
    select: { opensAt: true, closesAt: true, revealAt: true, final: { select: { finalAt: true } } },
  });
  const why = (values: RuleValues["question_must_be_open"]) => new DomainError("question_must_be_open", values);
  if (question?.final) return why({ reason: "market_answered" });
  if (question && now < question.opensAt) return why({ reason: "market_not_yet", at: question.opensAt });
  const hidden = question && hiddenUntil({ now }, question);
  if (hidden) return why({ reason: "crowd_hidden", at: hidden });
  return why({ reason: "market_over", at: question?.closesAt ?? null });
}
