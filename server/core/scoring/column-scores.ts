import { peerSweep } from "./peer-sweep.ts";
import type { QuestionColumns } from "./question-columns.ts";
import { boundsOf, type ScoringWindow } from "./scoring-window.ts";
import { spotScores } from "./spot-scores.ts";
import { type StandingSpans, standingSpans } from "./standing-spans.ts";
import { LOG_TIME, LOSS_TIME, PEER, RELATIVE_LOSS, STRIDE } from "./sweep-totals.ts";

/** Scores by forecaster number; those whose coverage is 0 have no score. Spot scores are NaN where nothing stood. */
export interface ColumnScores {
  peer: Float64Array;
  peerCoverage: Float64Array;
  relativeBrier: Float64Array;
  baseline: Float64Array;
  brier: Float64Array;
  coverage: Float64Array;
  spotPeer: Float64Array;
  spotBaseline: Float64Array;
}

/**
 * Every score of one resolved question, for callers that hold columns (see `questionScores` for rows and definitions).
 *
 * `divisor` is κ: 1 for binary and multiple choice, 2 for numeric and date.
 */
export function columnScores(columns: QuestionColumns, window: ScoringWindow, divisor: 1 | 2): ColumnScores {
  const forecasters = columns.inPool.length;
  const spans = standingSpans(columns, forecasters, boundsOf(window));
  const { scores, stood, compared } = peerSweep(columns, spans, columns.inPool, window.opensAt);
  const perPoint = 100 / divisor / window.fullMs;
  const perTime = 1 / window.fullMs;
  const read = (place: number, unit: number) => {
    const values = new Float64Array(forecasters);
    for (let who = 0; who < forecasters; who++) values[who] = (scores[who * STRIDE + place] as number) * unit;
    return values;
  };
  return {
    peer: read(PEER, perPoint),
    peerCoverage: compared.map((ms) => ms * perTime),
    relativeBrier: read(RELATIVE_LOSS, perTime),
    baseline: baselineIntegrals(columns, spans, stood, read(LOG_TIME, 1)).map((points) => points * perTime),
    brier: read(LOSS_TIME, 1).map((integral, who) => integral / (stood[who] as number)),
    coverage: stood.map((ms) => ms * perTime),
    ...spotScores(columns, spans, window, divisor),
  };
}

/** ∫ Baseline dt by forecaster: of the column, or from ∫ ln p dt for yes or no. */
function baselineIntegrals(
  { baseline, forecaster }: QuestionColumns,
  { begun, startsAt, endsAt }: StandingSpans,
  stood: Float64Array,
  logTime: Float64Array,
): Float64Array {
  if (baseline === null) return logTime.map((log, who) => (100 / Math.LN2) * (log + Math.LN2 * (stood[who] as number)));
  const integrals = new Float64Array(stood.length);
  for (let at = 0; at < begun.length; at++) {
    const row = begun[at] as number;
    const who = forecaster[row] as number;
    const points = (baseline[row] as number) * ((endsAt[row] as number) - (startsAt[row] as number));
    integrals[who] = (integrals[who] as number) + points;
  }
  return integrals;
}
