import { cellsOfAnswer } from "#core/calibration/cells-of-answer.ts";
import { hasRange } from "#core/question/question-range.ts";
import { hasEnteredSeason } from "#core/ranking/season-of.ts";
import { type QuestionScore, questionScores } from "#core/scoring/question-scores.ts";
import type { ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import type { Tx } from "#db/client.ts";
import { timeOrderedId } from "../time-ordered-id.ts";
import { databaseNow } from "../transact.ts";
import type { CalibrationChanges } from "./add-to-calibration.ts";
import { calibrationChanges, calibrationRecord } from "./calibration-record.ts";
import { currentContributions, exchangeContributions } from "./contributions.ts";
import { loadForecastRows, type TimedForecast } from "./load-forecast-rows.ts";
import { lockScoreTables } from "./lock-score-tables.ts";
import { inputHash, loadScoreSubject, SCORE_ENGINE } from "./score-subject.ts";
import { scoringRows } from "./scoring-rows.ts";

export const CROWD = "crowd";

/** Cells of everybody who forecast, and of the crowd. A CDF has none: calibration counts probabilities of answers. */
async function calibrationOf(
  tx: Tx,
  questionId: string,
  resolved: ResolvedQuestion & { knownAt: number },
  rows: readonly TimedForecast[],
): Promise<CalibrationChanges> {
  if (hasRange(resolved.type)) return new Map();
  const [found] = await tx.$queryRaw<{ columns: string }[]>`
    SELECT json_build_object('at', json_agg((extract(epoch FROM at) * 1000)::float8 ORDER BY number),
      'probabilities', json_agg(probabilities ORDER BY number))::text AS columns
    FROM crowd_steps WHERE question_id = ${questionId}::uuid`;
  const steps = JSON.parse(found?.columns ?? "{}") as { at?: number[] | null; probabilities?: number[][] | null };
  const at = steps.at ?? [];
  const people = rows.map(({ forecaster, ...row }) => ({ subject: forecaster, ...row }));
  const crowd = (steps.probabilities ?? []).map((probabilities, i) => {
    return { subject: CROWD, madeAt: at[i] ?? 0, endedAt: at[i + 1] ?? null, probabilities };
  });
  const answered = resolved as ResolvedQuestion & { knownAt: number; outcome: boolean | number };
  return calibrationChanges(cellsOfAnswer(answered, [...people, ...crowd]));
}

async function writeRun(
  tx: Tx,
  ids: { questionId: string; resolutionId: string },
  run: { hash: string; scores: readonly (QuestionScore & { forecasterId: string })[]; cells: CalibrationChanges },
): Promise<string> {
  const { questionId, resolutionId } = ids;
  const id = timeOrderedId();
  await tx.$executeRaw`
    INSERT INTO score_runs (id, question_id, resolution_id, number, engine, input_hash, calibration)
    SELECT ${id}::uuid, ${questionId}::uuid, ${resolutionId}::uuid, COALESCE(max(number), 0) + 1, ${SCORE_ENGINE},
      ${run.hash}, ${calibrationRecord(run.cells)}::jsonb
    FROM score_runs WHERE question_id = ${questionId}::uuid`;
  const column = (value: (score: QuestionScore) => number | null) => run.scores.map(value);
  await tx.$executeRaw`
    INSERT INTO scores (run_id, forecaster_id, peer, peer_coverage, baseline, brier, relative_brier, coverage,
      spot_peer, spot_baseline)
    SELECT ${id}::uuid, * FROM unnest(${run.scores.map((score) => score.forecasterId)}::uuid[],
      ${column((score) => score.peer)}::float8[], ${column((score) => score.peerCoverage)}::float8[],
      ${column((score) => score.baseline)}::float8[], ${column((score) => score.brier)}::float8[],
      ${column((score) => score.relativeBrier)}::float8[], ${column((score) => score.coverage)}::float8[],
      ${column((score) => score.spotPeer)}::float8[], ${column((score) => score.spotBaseline)}::float8[])`;
  return id;
}

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
  await lockScoreTables(tx);
  const before = await currentContributions(tx, questionId, subject);
  if (!resolved) {
    await exchangeContributions(tx, before, null);
    await tx.currentScoreRun.deleteMany({ where: { questionId } });
    return { runId: null, scores: 0 };
  }
  const rows = await loadForecastRows(tx, questionId);
  const hash = inputHash(resolved, rows);
  if (before?.resolutionId === ids.resolutionId && before.inputHash === hash) {
    return { runId: before.runId, scores: before.scores.length };
  }
  const scores = questionScores(resolved, scoringRows(resolved, rows)).map((score) => ({
    ...score,
    forecasterId: String(score.forecaster),
  }));
  const knownAt = subject.knownAt.getTime();
  const cells = await calibrationOf(tx, questionId, { ...resolved, knownAt }, rows);
  const runId = await writeRun(tx, ids, { hash, scores, cells });
  const now = (await databaseNow(tx)).getTime();
  const flags = {
    inSeason: hasEnteredSeason({ closesAt: subject.closesAt.getTime(), now, isSeasonFinal: false }),
    inCalibration: subject.deadlineAt.getTime() <= now,
  };
  await exchangeContributions(tx, before, { ...subject, ...flags, scores, cells });
  await tx.currentScoreRun.upsert({
    where: { questionId },
    create: { questionId, runId, ...flags },
    update: { runId, ...flags },
  });
  return { runId, scores: scores.length };
}
