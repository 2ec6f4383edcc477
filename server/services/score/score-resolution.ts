import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { currentContributions, exchangeContributions } from "./contributions.ts";
import { loadCrowdSpans } from "./load-crowd-spans.ts";
import { loadForecastRows } from "./load-forecast-rows.ts";
import { lockScoreTables } from "./lock-score-tables.ts";
import { computedRun, countRun, runParts, runWritten, type WrittenRun } from "./score-answer.ts";
import { inputHash, loadScoreSubject } from "./score-subject.ts";

/**
 * Scores a question by one of its answers, inside the transaction that makes the answer final and under the question's
 * lock: a run with everybody's scores, which takes the place of the run before it on the boards and in calibration.
 * A void has no scores and takes the earlier ones back. The same inputs again change nothing.
 */
export async function scoreResolution(
  tx: Tx,
  ids: { questionId: string; resolutionId: string },
): Promise<{ runId: string | null; scores: number }> {
  const { questionId } = ids;
  const { resolved, ...subject } = await loadScoreSubject(tx, ids);
  // The question's own lock keeps what it added as it is; the tables that others add to are locked as late as can be.
  const before = await currentContributions(tx, questionId, subject);
  if (!resolved) {
    await lockScoreTables(tx);
    const removal = Prisma.sql`DELETE FROM current_score_runs WHERE question_id = ${questionId}::uuid`;
    await exchangeContributions(tx, { before, after: null }, removal);
    return { runId: null, scores: 0 };
  }
  const rows = await loadForecastRows(tx, questionId);
  const hash = inputHash(resolved, rows);
  if (before?.resolutionId === ids.resolutionId && before.inputHash === hash) {
    return { runId: before.runId, scores: before.scores.length };
  }
  const answered = { ...subject, resolved };
  const run = computedRun(answered, { rows, crowd: await loadCrowdSpans(tx, questionId), hash });
  const [written] = await tx.$queryRaw<WrittenRun[]>`WITH ${runParts(ids, run)} ${runWritten(tx)}`;
  await countRun(tx, answered, run, { written, before });
  return { runId: run.id, scores: run.scores.length };
}
