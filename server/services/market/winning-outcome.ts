import { DomainError } from "#core/errors.ts";
import { bucketOfLocation } from "#core/market/outcome-buckets.ts";
import type { ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import type { Db, Tx } from "#db/client.ts";
import { rangeColumns, rangeOf } from "#services/question/stored-range.ts";

/** An answer as a settlement is handed it: what won, null for a void, and since when it was publicly known. */
export interface SettlingAnswer {
  readonly resolved: ResolvedQuestion | null;
  readonly knownAt: Date;
}

/** What an answer makes of the question's market: the winning outcome as the market counts them; null for a void. */
export async function winningOutcome(
  db: Db | Tx,
  questionId: string,
  resolved: ResolvedQuestion | null,
): Promise<number | null> {
  if (!resolved) return null;
  if (resolved.type === "binary") return resolved.outcome ? 0 : 1;
  if (resolved.type === "multiple_choice") return resolved.outcome;
  return bucketOf(db, questionId, resolved.outcome);
}

/** The bucket in which the answer of a number or a date lies. */
async function bucketOf(db: Db | Tx, questionId: string, location: number): Promise<number> {
  const { bucketBounds, question } = await db.market.findUniqueOrThrow({
    where: { questionId },
    select: { bucketBounds: true, question: { select: rangeColumns } },
  });
  const range = rangeOf(question);
  if (!range) throw new DomainError("range_must_fit_question", { reason: "lost" });
  return bucketOfLocation(range, bucketBounds, location);
}
