/** One question's score as it enters a board. */
export interface WeightedScore {
  readonly score: number;
  readonly coverage: number;
  readonly weight: number;
}

/**
 * A tournament's score: the weighted sum over its questions, 0 where absent.
 *
 * TeX: \sum_q w_q\,\mathrm{Peer}_{uq}
 * Formula: Σ w·score.
 * Units: points.
 * Source: Metaculus, tournament score.
 *
 * @example
 * tournamentSum([{ score: 20, coverage: 1, weight: 0.5 }, { score: 5, coverage: 0.5, weight: 1 }]); // => 15
 */
export function tournamentSum(scores: readonly WeightedScore[]): number {
  return scores.reduce((sum, { score, weight }) => sum + weight * score, 0);
}
