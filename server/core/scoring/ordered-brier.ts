import { rankedProbabilityScore } from "./ranked-probability-score.ts";

/**
 * The 0–1 loss of ordered options: the mean Brier score of the questions "at or below this cut?".
 *
 * Formula: RPS / (K − 1). Units: 0 best, 1 worst; twice this is the ordered Brier score of Good Judgment Open. Strictly proper.
 *
 * @example
 * orderedBrier([0.25, 0.25, 0.5], 1); // => 0.15625
 */
export function orderedBrier(probabilities: ArrayLike<number>, outcome: number): number {
  return rankedProbabilityScore(probabilities, outcome) / Math.max(1, probabilities.length - 1);
}
