import { DomainError } from "#core/errors.ts";
import { bucketOfLocation } from "#core/market/outcome-buckets.ts";
import type { Db, Tx } from "#db/client.ts";
import { rangeColumns, rangeOf } from "../question/stored-range.ts";
import { loadScoreSubject } from "../score/score-subject.ts";

interface Ids {
  readonly questionId: string;
  readonly resolutionId: string;
}

/** What one of a question's resolutions makes of its market: the winning outcome as the market counts them; null for a void. */
export async function winningOutcome(db: Db | Tx, ids: Ids): Promise<{ outcome: number | null; knownAt: Date }> {
  const { resolved, knownAt } = await loadScoreSubject(db, ids);
  if (!resolved) return { outcome: null, knownAt };
  if (resolved.type === "binary") return { outcome: resolved.outcome ? 0 : 1, knownAt };
  if (resolved.type === "multiple_choice") return { outcome: resolved.outcome, knownAt };
  return { outcome: await bucketOf(db, ids.questionId, resolved.outcome), knownAt };
}

/** The bucket in which the answer of a number or a date lies. */
async function bucketOf(db: Db | Tx, questionId: string, location: number): Promise<number> {
  const { bucketBounds, question } = await db.market.findUniqueOrThrow({
    where: { questionId },
    select: { bucketBounds: true, question: { select: rangeColumns } },
  });
  const range = rangeOf(question);
  if (!range) throw new DomainError("range_must_fit_question", "The question has lost its range.");
  return bucketOfLocation(range, bucketBounds, location);
}
