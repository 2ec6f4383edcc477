import { type ColumnScores, columnScores } from "./column-scores.ts";
import { questionColumns } from "./question-columns.ts";
import { continuousDivisor, type ForecastRow, type ResolvedQuestion } from "./resolved-question.ts";
import { scoringWindow } from "./scoring-window.ts";

/** The scores of one forecaster on one question. */
export interface QuestionScore {
  forecaster: string | number;
  inPool: boolean;
  /** Time-averaged Peer score: what ranks people. Σ over the pool is 0. */
  peer: number;
  /** The share of S − O in which there was someone to compare with. */
  peerCoverage: number;
  /** Own time-averaged 0–1 loss over own active time: a description, never a ranking. */
  brier: number;
  /** The same loss less the mean of the others at the same time, over S − O: negative is better. */
  relativeBrier: number;
  baseline: number;
  coverage: number;
  /** Null when no forecast of theirs stood at the spot time. */
  spotPeer: number | null;
  spotBaseline: number | null;
}

/**
 * Every score of one resolved question, by forecaster in ascending order; forecasters without coverage are left out.
 *
 * TeX: \mathrm{Peer}_u=\frac{100}{\kappa\,(S-O)}\int_{n(t)\ge 2}\Bigl(\ln p_u(t)-\frac{1}{n(t)-1}\sum_{v\ne u}\ln p_v(t)\Bigr)\,dt
 * Formula: Peer = (100/κ)·1/(S − O)·∫ over own active time, where n ≥ 2, of [ln p − mean of the others' ln p] dt;
 * κ = 1 for binary and multiple choice, 2 for numeric and date. Brier and Baseline as in `outcomeScores`, averaged over
 * own active time and over S − O. Relative Brier = 1/(S − O)·∫ over own active time of [own loss − mean of the others'
 * loss] dt. Someone outside the pool is compared with the mean of the whole pool.
 * Units: points (Peer within ±691, Baseline 100 at best), losses 0..1, coverages 0..1.
 * Empty when the question never was open or no one of the pool stood. The result does not depend on the order of rows.
 * Errors: `argument_must_be_in_domain`.
 * Source: Metaculus' Peer score with a leave-one-out mean and a fixed denominator; O(F log F) in the number of rows.
 *
 * @example
 * questionScores({ type: "binary", outcome: true, opensAt: 0, closesAt: 10, knownAt: null }, [{ forecaster: "a", madeAt: 0, endedAt: null, forecast: 0.8, inPool: true }, { forecaster: "b", madeAt: 5, endedAt: null, forecast: 0.5, inPool: true }]).map(({ forecaster, peer, brier }) => [forecaster, peer.toFixed(1), brier.toFixed(2)]); // => [["a", "23.5", "0.04"], ["b", "-23.5", "0.25"]]
 */
export function questionScores(question: ResolvedQuestion, rows: readonly ForecastRow[]): QuestionScore[] {
  const window = scoringWindow(question);
  if (window === null) return [];
  const { columns, names } = questionColumns(question, rows);
  const scores = columnScores(columns, window, continuousDivisor(question.type));
  const counts = (who: number) => (scores.coverage[who] as number) > 0;
  if (!names.some((_, who) => columns.inPool[who] === 1 && counts(who))) return [];
  return names.flatMap((forecaster, who) => {
    return counts(who) ? [scoreOf(scores, who, forecaster, columns.inPool[who] === 1)] : [];
  });
}

function scoreOf(scores: ColumnScores, who: number, forecaster: string | number, inPool: boolean): QuestionScore {
  const at = (column: Float64Array) => column[who] as number;
  const spot = (column: Float64Array) => (Number.isNaN(at(column)) ? null : at(column));
  return {
    forecaster,
    inPool,
    peer: at(scores.peer),
    peerCoverage: at(scores.peerCoverage),
    brier: at(scores.brier),
    relativeBrier: at(scores.relativeBrier),
    baseline: at(scores.baseline),
    coverage: at(scores.coverage),
    spotPeer: spot(scores.spotPeer),
    spotBaseline: spot(scores.spotBaseline),
  };
}
