import { peerSweep } from "./peer-sweep.ts";
import type { QuestionColumns } from "./question-columns.ts";
import type { ScoringWindow } from "./scoring-window.ts";
import { spotScores } from "./spot-scores.ts";
import { standingSpans } from "./standing-spans.ts";
import { TOTAL, TOTALS } from "./sweep-totals.ts";

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
  const spans = standingSpans(columns, forecasters, window);
  const totals = peerSweep(columns, spans, columns.inPool, window.spanMs);
  const perPoint = 100 / divisor / window.fullMs;
  const perTime = 1 / window.fullMs;
  const read = (which: number, unit: number) => {
    const values = new Float64Array(forecasters);
    for (let who = 0; who < forecasters; who++) values[who] = (totals[who * TOTALS + which] as number) * unit;
    return values;
  };
  const brier = read(TOTAL.loss, 1);
  for (let who = 0; who < forecasters; who++) {
    brier[who] = (brier[who] as number) / (totals[who * TOTALS + TOTAL.stood] as number);
  }
  return {
    peer: read(TOTAL.peer, perPoint),
    peerCoverage: read(TOTAL.compared, perTime),
    relativeBrier: read(TOTAL.relativeLoss, perTime),
    baseline: read(TOTAL.baseline, perTime),
    brier,
    coverage: read(TOTAL.stood, perTime),
    ...spotScores(columns, spans, window, divisor),
  };
}
