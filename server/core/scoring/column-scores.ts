import { peerSweep } from "./peer-sweep.ts";
import type { QuestionColumns } from "./question-columns.ts";
import type { ScoringWindow } from "./scoring-window.ts";
import { spotScores } from "./spot-scores.ts";
import { standingSpans } from "./standing-spans.ts";
import { BASELINE_TIME, LOSS_TIME, PEER, RELATIVE_LOSS, STRIDE } from "./sweep-totals.ts";

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
  const { scores, stood, compared } = peerSweep(columns, spans, columns.inPool);
  const { slope, zero } = columns.baselineLine;
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
    baseline: read(BASELINE_TIME, 1).map(
      (integral, who) => slope * (integral - zero * (stood[who] as number)) * perTime,
    ),
    brier: read(LOSS_TIME, 1).map((integral, who) => integral / (stood[who] as number)),
    coverage: stood.map((ms) => ms * perTime),
    ...spotScores(columns, spans, window, divisor),
  };
}
