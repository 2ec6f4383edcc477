import { cellsOfAnswer } from "#core/calibration/cells-of-answer.ts";
import { hasRange } from "#core/question/question-range.ts";
import { hasEnteredSeason } from "#core/ranking/season-of.ts";
import { type QuestionScore, questionScores } from "#core/scoring/question-scores.ts";
import type { ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { TimedForecast } from "#services/forecast/load-forecast-rows.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import type { CalibrationChanges } from "./add-to-calibration.ts";
import { calibrationChanges, calibrationRecord } from "./calibration-record.ts";
import { type Contributions, exchangeContributions } from "./contributions.ts";
import type { CrowdSpan } from "./load-crowd-spans.ts";
import { lockScoreTables } from "./lock-score-tables.ts";
import { SCORE_ENGINE, type ScoreSubject } from "./score-subject.ts";
import { scoringRows } from "./scoring-rows.ts";

export const CROWD = "crowd";

/** A question with an answer that is no void. */
export type Answered = ScoreSubject & { readonly resolved: ResolvedQuestion };

/** What a question's scores are computed from. */
export interface ScoreInputs {
  readonly rows: readonly TimedForecast[];
  readonly crowd: readonly CrowdSpan[];
  /** `inputHash` of the question and the rows. */
  readonly hash: string;
}

/** One computation of a question's scores. */
export interface Run {
  readonly id: string;
  readonly hash: string;
  readonly scores: readonly (QuestionScore & { readonly forecasterId: string })[];
  readonly cells: CalibrationChanges;
}

/** Cells of everybody who forecast, and of the crowd. A CDF has none: calibration counts probabilities of answers. */
function calibrationOf({ resolved, knownAt }: Answered, { rows, crowd }: ScoreInputs): CalibrationChanges {
  if (hasRange(resolved.type)) return new Map();
  const people = rows.map(({ forecaster, ...row }) => ({ subject: forecaster, ...row }));
  const answered = { ...resolved, knownAt: knownAt.getTime() } as ResolvedQuestion & {
    knownAt: number;
    outcome: boolean | number;
  };
  return calibrationChanges(
    cellsOfAnswer(answered, [...people, ...crowd.map((span) => ({ subject: CROWD, ...span }))]),
  );
}

/** Computes a run; nothing is written. */
export function computedRun(subject: Answered, inputs: ScoreInputs): Run {
  const { resolved } = subject;
  const scores = questionScores(resolved, scoringRows(resolved, inputs.rows)).map((score) => ({
    ...score,
    forecasterId: String(score.forecaster),
  }));
  return { id: timeOrderedId(), hash: inputs.hash, scores, cells: calibrationOf(subject, inputs) };
}

/** In a statement, behind WITH: writes a run with its scores. The run is told as `run`, with its `created_at`. */
export function runParts({ questionId, resolutionId }: { questionId: string; resolutionId: string }, run: Run) {
  const column = (value: (score: QuestionScore) => number | null) => run.scores.map(value);
  return Prisma.sql`
    run AS (
      INSERT INTO score_runs (id, question_id, resolution_id, number, engine, input_hash, calibration)
      SELECT ${run.id}::uuid, ${questionId}::uuid, ${resolutionId}::uuid, COALESCE(max(number), 0) + 1, ${SCORE_ENGINE},
        ${run.hash}, ${calibrationRecord(run.cells)}::jsonb
      FROM score_runs WHERE question_id = ${questionId}::uuid
      RETURNING id, created_at),
    scored AS (
      INSERT INTO scores (run_id, forecaster_id, peer, peer_coverage, baseline, brier, relative_brier, coverage,
        spot_peer, spot_baseline)
      SELECT run.id, s.* FROM run, unnest(${run.scores.map((score) => score.forecasterId)}::uuid[],
        ${column((score) => score.peer)}::float8[], ${column((score) => score.peerCoverage)}::float8[],
        ${column((score) => score.baseline)}::float8[], ${column((score) => score.brier)}::float8[],
        ${column((score) => score.relativeBrier)}::float8[], ${column((score) => score.coverage)}::float8[],
        ${column((score) => score.spotPeer)}::float8[], ${column((score) => score.spotBaseline)}::float8[]) AS s)`;
}

/** In the statement that writes a run: when that is, by the database's clock. */
export const RUN_WRITTEN = Prisma.sql`SELECT created_at AS "createdAt" FROM run`;

export interface WrittenRun {
  readonly createdAt: Date;
}

/** What boards and calibration take for a run that is written, and the row that makes it the one that counts. */
export interface Exchange {
  readonly before: Contributions | null;
  readonly after: Contributions | null;
  readonly beside: Prisma.Sql;
}

/** Puts a run that was written in the place of the question's run before it. */
export function exchangeFor(
  subject: Answered,
  { id, scores, cells }: Run,
  { written, before }: { written: WrittenRun | undefined; before: Contributions | null },
): Exchange {
  if (!written) throw new Error("The database took a run and did not say when.");
  const now = written.createdAt.getTime();
  const inSeason = hasEnteredSeason({ closesAt: subject.closesAt.getTime(), now, isSeasonFinal: false });
  const inCalibration = subject.deadlineAt.getTime() <= now;
  return {
    before,
    after: { ...subject, scores, cells, inSeason, inCalibration },
    beside: Prisma.sql`
      INSERT INTO current_score_runs (question_id, run_id, in_season, in_calibration)
      VALUES (${subject.questionId}::uuid, ${id}::uuid, ${inSeason}, ${inCalibration})
      ON CONFLICT (question_id) DO UPDATE SET run_id = EXCLUDED.run_id, in_season = EXCLUDED.in_season,
        in_calibration = EXCLUDED.in_calibration`,
  };
}

/**
 * Carries an exchange out on the boards and in calibration. From here until its end the transaction holds the lock of the whole
 * instance, so it comes last.
 */
export async function carryOutExchange(tx: Tx, { beside, ...contributions }: Exchange): Promise<void> {
  await lockScoreTables(tx);
  await exchangeContributions(tx, contributions, beside);
}
