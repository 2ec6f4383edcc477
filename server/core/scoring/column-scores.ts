import { type ActiveSpans, activeSpans } from "./active-spans.ts";
import { peerSweep } from "./peer-sweep.ts";
import type { QuestionColumns } from "./question-columns.ts";
import { boundsOf, type ScoringWindow } from "./scoring-window.ts";
import { spotScores } from "./spot-scores.ts";
import { LOG_TIME, LOSS_TIME, PEER, RELATIVE_LOSS, STRIDE, type SweepTotals } from "./sweep-totals.ts";

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
  const spans = activeSpans(columns, forecasters, boundsOf(window));
  const totals = peerSweep(columns, spans, columns.inPool, window.opensAt);
  const scores: ColumnScores = {
    peer: new Float64Array(forecasters),
    peerCoverage: new Float64Array(forecasters),
    relativeBrier: new Float64Array(forecasters),
    baseline: new Float64Array(forecasters),
    brier: new Float64Array(forecasters),
    coverage: new Float64Array(forecasters),
    ...spotScores(columns, spans, window, divisor),
  };
  readTotals(totals, window.fullMs, divisor, scores);
  if (columns.baseline !== null) addBaselines(columns, columns.baseline, spans, window.fullMs, scores.baseline);
  return scores;
}

/** Integrals become averages: over S − O, but the loss over own active time. */
function readTotals(
  { scores, stood, compared }: SweepTotals,
  fullMs: number,
  divisor: 1 | 2,
  into: ColumnScores,
): void {
  for (let who = 0; who < stood.length; who++) {
    const own = who * STRIDE;
    const ms = stood[who] as number;
    into.peer[who] = ((100 / divisor) * (scores[own + PEER] as number)) / fullMs;
    into.peerCoverage[who] = (compared[who] as number) / fullMs;
    into.relativeBrier[who] = (scores[own + RELATIVE_LOSS] as number) / fullMs;
    into.brier[who] = (scores[own + LOSS_TIME] as number) / ms;
    into.coverage[who] = ms / fullMs;
    // Of yes or no: the Baseline score is a straight line in ln p.
    into.baseline[who] = ((100 / Math.LN2) * ((scores[own + LOG_TIME] as number) + Math.LN2 * ms)) / fullMs;
  }
}

/** The time averages of a Baseline column. */
function addBaselines(
  { forecaster }: QuestionColumns,
  baseline: Float64Array,
  { begun, startsAt, endsAt }: ActiveSpans,
  fullMs: number,
  into: Float64Array,
): void {
  into.fill(0);
  for (let at = 0; at < begun.length; at++) {
    const row = begun[at] as number;
    const who = forecaster[row] as number;
    const share = ((endsAt[row] as number) - (startsAt[row] as number)) / fullMs;
    into[who] = (into[who] as number) + (baseline[row] as number) * share;
  }
}
