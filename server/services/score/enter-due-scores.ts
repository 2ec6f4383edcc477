import { seasonOf } from "#core/ranking/season-of.ts";
import type { ServiceContext } from "#services/context.ts";
import { lockQuestion, transact } from "#services/transact.ts";
import { addToBoards } from "./add-to-boards.ts";
import { addToCalibration } from "./add-to-calibration.ts";
import { boardChanges, calibrationScopes, currentContributions, seasonScope } from "./contributions.ts";
import { lockScoreTables } from "./lock-score-tables.ts";

interface DueRun {
  readonly questionId: string;
  readonly topicId: string | null;
  readonly closesAt: Date;
  readonly seasonIsDue: boolean;
  readonly calibrationIsDue: boolean;
}

/**
 * Lets questions that were answered early join their season's board (once their scheduled close has passed) and
 * calibration (once their deadline has). A job does this every minute; each question is one transaction.
 */
export async function enterDueScores(ctx: ServiceContext): Promise<{ entered: number }> {
  const due = await ctx.db.$queryRaw<DueRun[]>`
    SELECT q.id AS "questionId", q.topic_id AS "topicId", q.closes_at AS "closesAt",
      NOT c.in_season AND q.closes_at <= clock_timestamp() AS "seasonIsDue",
      NOT c.in_calibration AND q.deadline_at <= clock_timestamp() AS "calibrationIsDue"
    FROM current_score_runs c JOIN questions q ON q.id = c.question_id
    WHERE (NOT c.in_season AND q.closes_at <= clock_timestamp())
      OR (NOT c.in_calibration AND q.deadline_at <= clock_timestamp())
    ORDER BY q.id LIMIT 1000`;
  for (const run of due) await enter(ctx, run);
  return { entered: due.length };
}

async function enter(ctx: ServiceContext, { questionId, topicId, closesAt, ...due }: DueRun): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockQuestion(tx, questionId);
    await lockScoreTables(tx);
    const season = seasonOf(closesAt.getTime()).slug;
    // Another process, or a new answer, may have been here first.
    const current = await currentContributions(tx, questionId, { topicId, season, tournaments: [] });
    if (!current) return;
    if (due.seasonIsDue && !current.inSeason)
      await addToBoards(tx, [seasonScope(season)], boardChanges(current.scores, 1));
    if (due.calibrationIsDue && !current.inCalibration) {
      await addToCalibration(tx, calibrationScopes(current), current.cells);
    }
    await tx.currentScoreRun.update({
      where: { questionId },
      data: {
        inSeason: current.inSeason || due.seasonIsDue,
        inCalibration: current.inCalibration || due.calibrationIsDue,
      },
    });
  });
}
