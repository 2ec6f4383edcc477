import { fittedExtremising, type ResolvedCrowd } from "#core/aggregation/fitted-extremising.ts";
import { referenceForecasts } from "#core/aggregation/reference-forecasts.ts";
import { forecastKindOf } from "#core/forecast/forecast-kind.ts";
import { type QuestionScore, questionScores } from "#core/scoring/question-scores.ts";
import type { ForecastRow, ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import { scoringWindow } from "#core/scoring/scoring-window.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadForecastRows } from "#services/forecast/load-forecast-rows.ts";
import { marketForecasts } from "#services/market/market-forecasts.ts";
import { loadScoreSubject } from "./score-subject.ts";
import { scoringRows } from "./scoring-rows.ts";

/** How many runs one call scores at most: as many again may be due. */
export const RUNS_AT_ONCE = 200;

interface DueRun {
  readonly runId: string;
  readonly questionId: string;
  readonly resolutionId: string;
}

/** What the log-odds mean said halfway through an answered yes/no question. */
interface Case extends ResolvedCrowd {
  readonly knownAt: number;
}

/**
 * Scores the references (the crowd, each way of aggregating, the market) on every run that counts and has none yet, by the same code
 * as people and in the order in which the answers were known. A job does this after each answer.
 */
export async function scoreReferences(ctx: ServiceContext): Promise<{ runs: number }> {
  const due = await ctx.db.$queryRaw<DueRun[]>`
    SELECT c.run_id::text AS "runId", c.question_id::text AS "questionId", r.resolution_id::text AS "resolutionId"
    FROM current_score_runs c JOIN score_runs r ON r.id = c.run_id JOIN resolutions x ON x.id = r.resolution_id
    WHERE EXISTS (SELECT FROM scores s WHERE s.run_id = c.run_id)
      AND NOT EXISTS (SELECT FROM reference_scores s WHERE s.run_id = c.run_id)
    ORDER BY x.known_at, c.question_id LIMIT ${RUNS_AT_ONCE}`;
  if (due.length === 0) return { runs: 0 };
  const cases = await ctx.db.$queryRaw<{ midway: number; outcome: boolean; knownAt: number }[]>`
    SELECT s.midway, x.outcome = 'yes' AS outcome, (extract(epoch FROM x.known_at) * 1000)::float8 AS "knownAt"
    FROM reference_scores s JOIN current_score_runs c ON c.run_id = s.run_id JOIN score_runs r ON r.id = s.run_id
      JOIN resolutions x ON x.id = r.resolution_id
    WHERE s.method = 'log_pool' AND s.midway IS NOT NULL ORDER BY x.known_at, s.run_id`;
  const known = cases.map(({ midway, ...one }): Case => ({ ...one, probabilities: [midway] }));
  for (const run of due) known.push(...(await scoreRun(ctx, run, known)));
  return { runs: due.length };
}

async function scoreRun(ctx: ServiceContext, run: DueRun, known: readonly Case[]): Promise<Case[]> {
  const { resolved } = await loadScoreSubject(ctx.db, run);
  if (!resolved) return [];
  const rows = await loadForecastRows(ctx.db, run.questionId);
  // Only what was answered before the question opened may shape what an aggregate says on it.
  const factor = fittedExtremising(known.filter(({ knownAt }) => knownAt <= resolved.opensAt));
  const aggregates = referenceForecasts(
    forecastKindOf(resolved.type),
    rows.filter(({ inPool }) => inPool),
    { factor },
  );
  // A market on a number or a date has prices for its buckets, which are no distribution over the range.
  const hasOptions = resolved.type === "binary" || resolved.type === "multiple_choice";
  const references = [...aggregates, ...(hasOptions ? await marketForecasts(ctx.db, run.questionId) : [])];
  const methods = new Set(references.map(({ forecaster }) => forecaster));
  const scores = questionScores(resolved, [...scoringRows(resolved, rows), ...references]).filter(({ forecaster }) =>
    methods.has(forecaster),
  );
  const midway = midwayOf(resolved, references);
  await writeScores(ctx, run.runId, scores, { factor, midway });
  if (midway === null || resolved.type !== "binary") return [];
  return [{ probabilities: [midway], outcome: resolved.outcome, knownAt: resolved.knownAt ?? resolved.closesAt }];
}

/** What the log-odds mean said in the middle of the time that is scored; null when nobody stood, or of several options. */
function midwayOf(resolved: ResolvedQuestion, references: readonly ForecastRow[]): number | null {
  const window = scoringWindow(resolved);
  if (!window || resolved.type !== "binary") return null;
  const at = window.opensAt + window.spanMs / 2;
  const active = references.find(
    ({ forecaster, madeAt, endedAt }) =>
      forecaster === "log_pool" && madeAt <= at && (endedAt === null || endedAt > at),
  );
  return typeof active?.forecast === "number" ? active.forecast : null;
}

async function writeScores(
  ctx: ServiceContext,
  runId: string,
  scores: readonly QuestionScore[],
  { factor, midway }: { factor: number; midway: number | null },
): Promise<void> {
  const column = (value: (score: QuestionScore) => number | null) => scores.map(value);
  await ctx.db.$executeRaw`
    INSERT INTO reference_scores (run_id, method, peer, peer_coverage, baseline, brier, relative_brier, coverage, spot_peer,
      spot_baseline, factor, midway)
    SELECT ${runId}::uuid, * FROM unnest(${scores.map(({ forecaster }) => String(forecaster))}::text[],
      ${column((score) => score.peer)}::float8[], ${column((score) => score.peerCoverage)}::float8[],
      ${column((score) => score.baseline)}::float8[], ${column((score) => score.brier)}::float8[],
      ${column((score) => score.relativeBrier)}::float8[], ${column((score) => score.coverage)}::float8[],
      ${column((score) => score.spotPeer)}::float8[], ${column((score) => score.spotBaseline)}::float8[],
      ${column((score) => (score.forecaster === "extremised" ? factor : null))}::float8[],
      ${column((score) => (score.forecaster === "log_pool" ? midway : null))}::float8[])
    ON CONFLICT DO NOTHING`;
}
