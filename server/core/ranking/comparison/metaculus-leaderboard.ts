import { tournamentSum, type WeightedScore } from "./tournament-sum.ts";

/**
 * The rating with Metaculus' floor in place of shrinkage, for comparison with boards kept there.
 *
 * Formula: Σ w·peer / max(30, Σ w·coverage).
 * Units: Peer points; coverage in questions.
 * Source: Metaculus `generate_entries_from_scores`, `peer_global`.
 *
 * @example
 * flooredPeer(600, 40); // => 15
 */
export function flooredPeer(weightedPeer: number, weightedCoverage: number, floor = 30): number {
  return weightedPeer / Math.max(floor, weightedCoverage);
}

/**
 * A tournament's take, the quantity Metaculus shares prizes by. Parley pays no prizes: for comparison only.
 *
 * Formula: max(Σ w·score, 0)².
 * Units: points squared.
 * Source: Metaculus `generate_entries_from_scores`, `peer_tournament`.
 *
 * @example
 * tournamentTake([{ score: -20, coverage: 1, weight: 1 }]); // => 0
 */
export function tournamentTake(scores: readonly WeightedScore[]): number {
  return Math.max(tournamentSum(scores), 0) ** 2;
}
