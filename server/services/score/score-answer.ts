import { cellsOfAnswer } from "#core/calibration/cells-of-answer.ts";
import { hasRange } from "#core/question/question-range.ts";
import { hasEnteredSeason } from "#core/ranking/season-of.ts";
import { type QuestionScore, questionScores } from "#core/scoring/question-scores.ts";
import type { ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { lockWithin } from "#db/locks.ts";
import { timeOrderedId } from "../time-ordered-id.ts";
import type { CalibrationChanges } from "./add-to-calibration.ts";
import { calibrationChanges, calibrationRecord } from "./calibration-record.ts";
import { type Contributions, exchangeContributions } from "./contributions.ts";
import type { CrowdSpan } from "./load-crowd-spans.ts";
import type { TimedForecast } from "./load-forecast-rows.ts";
import { SCORE_ENGINE, type ScoreSubject } from "./score-subject.ts";
import { scoringRows } from "./scoring-rows.ts";

export const CROWD = "crowd";

/** What a question's scores are computed from, and what its run before has added. */
export interface ScoreInputs {
  readonly rows: readonly TimedForecast[];
  readonly crowd: readonly CrowdSpan[];
  readonly hash: string;
  readonly before: Contributions | null;
}

/** Cells of everybody who forecast, and of the crowd. A CDF has none: calibration counts probabilities of answers. */
function calibrationOf(resolved: ResolvedQuestion, knownAt: number, { rows, crowd }: ScoreInputs): CalibrationChanges {
  if (hasRange(resolved.type)) return new Map();
  const people = rows.map(({ forecaster, ...row }) => ({ subject: forecaster, ...row }));
  const answered = { ...resolved, knownAt } as ResolvedQuestion & { knownAt: number; outcome: boolean | number };
  return calibrationChanges(
    cellsOfAnswer(answered, [...people, ...crowd.map((span) => ({ subject: CROWD, ...span }))]),
  );
}

/** Writes a run, and locks the tables that it is to be added to: what they hold is read by the next statement. */
async function writeRun(
  tx: Tx,
  ids: { questionId: string; resolutionId: string },
  run: { hash: string; scores: readonly (QuestionScore & { forecasterId: string })[]; cells: CalibrationChanges },
): Promise<{ id: string; createdAt: Date }> {
  const { questionId, resolutionId } = ids;
  const column = (value: (score: QuestionScore) => number | null) => run.scores.map(value);
  const [written] = await tx.$queryRaw<{ id: string; createdAt: Date }[]>`
    WITH run AS (
      INSERT INTO score_runs (id, question_id, resolution_id, number, engine, input_hash, calibration)
      SELECT ${timeOrderedId()}::uuid, ${questionId}::uuid, ${resolutionId}::uuid, COALESCE(max(number), 0) + 1,
        ${SCORE_ENGINE}, ${run.hash}, ${calibrationRecord(run.cells)}::jsonb
      FROM score_runs WHERE question_id = ${questionId}::uuid
      RETURNING id, created_at),
    scored AS (
      INSERT INTO scores (run_id, forecaster_id, peer, peer_coverage, baseline, brier, relative_brier, coverage,
        spot_peer, spot_baseline)
      SELECT run.id, s.* FROM run, unnest(${run.scores.map((score) => score.forecasterId)}::uuid[],
        ${column((score) => score.peer)}::float8[], ${column((score) => score.peerCoverage)}::float8[],
        ${column((score) => score.baseline)}::float8[], ${column((score) => score.brier)}::float8[],
        ${column((score) => score.relativeBrier)}::float8[], ${column((score) => score.coverage)}::float8[],
        ${column((score) => score.spotPeer)}::float8[], ${column((score) => score.spotBaseline)}::float8[]) AS s)
    SELECT id, created_at AS "createdAt", ${lockWithin(tx, "scoreTables")}::text FROM run`;
  if (!written) throw new Error("The database took a run and did not say when.");
  return written;
}

/**
 * Writes a run with everybody's scores, and puts it in the place of the question's run before it on the boards and in
 * calibration. The caller holds the question's lock; nothing of it is seen until all of it is.
 */
export async function scoreAnswer(
  tx: Tx,
  ids: { questionId: string; resolutionId: string },
  { resolved, ...subject }: ScoreSubject & { resolved: ResolvedQuestion },
  inputs: ScoreInputs,
): Promise<{ runId: string; scores: number }> {
  const scores = questionScores(resolved, scoringRows(resolved, inputs.rows)).map((score) => ({
    ...score,
    forecasterId: String(score.forecaster),
  }));
  const cells = calibrationOf(resolved, subject.knownAt.getTime(), inputs);
  const run = await writeRun(tx, ids, { hash: inputs.hash, scores, cells });
  const now = run.createdAt.getTime();
  const inSeason = hasEnteredSeason({ closesAt: subject.closesAt.getTime(), now, isSeasonFinal: false });
  const inCalibration = subject.deadlineAt.getTime() <= now;
  await exchangeContributions(
    tx,
    { before: inputs.before, after: { ...subject, scores, cells, inSeason, inCalibration } },
    Prisma.sql`
      INSERT INTO current_score_runs (question_id, run_id, in_season, in_calibration)
      VALUES (${ids.questionId}::uuid, ${run.id}::uuid, ${inSeason}, ${inCalibration})
      ON CONFLICT (question_id) DO UPDATE SET run_id = EXCLUDED.run_id, in_season = EXCLUDED.in_season,
        in_calibration = EXCLUDED.in_calibration`,
  );
  return { runId: run.id, scores: scores.length };
}
