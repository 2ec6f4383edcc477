import { seasonOf } from "#core/ranking/season-of.ts";
import type { ServiceContext } from "../context.ts";
import { transact } from "../transact.ts";
import { currentContributions, exchangeContributions } from "./contributions.ts";
import { lockScoreTables } from "./lock-score-tables.ts";

/**
 * Empties the boards and calibration and fills them again from the runs that count, by the code that answers use. What
 * comes out is what was there, bit for bit; a difference would be a fault, and this repairs it.
 */
export async function rebuildScoreTables(ctx: ServiceContext): Promise<{ questions: number }> {
  return transact(ctx, async (tx) => {
    await lockScoreTables(tx);
    await tx.boardStanding.deleteMany({});
    await tx.calibrationCell.deleteMany({});
    const runs = await tx.$queryRaw<{ questionId: string; topicId: string | null; closesAt: Date }[]>`
      SELECT q.id AS "questionId", q.topic_id AS "topicId", q.closes_at AS "closesAt"
      FROM current_score_runs c JOIN questions q ON q.id = c.question_id ORDER BY q.id`;
    for (const { questionId, topicId, closesAt } of runs) {
      const place = { topicId, season: seasonOf(closesAt.getTime()).slug };
      await exchangeContributions(tx, null, await currentContributions(tx, questionId, place));
    }
    return { questions: runs.length };
  });
}
