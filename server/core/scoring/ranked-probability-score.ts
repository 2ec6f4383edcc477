/**
 * The ranked probability score of ordered options: near misses cost less than far ones.
 *
 * TeX: \sum_{j=1}^{K-1}\Bigl(\sum_{k\le j}p_k-\mathbf 1[y\le j]\Bigr)^2
 * Formula: Σ over the K − 1 cuts of (P(at or below the cut) − 1[outcome at or below it])².
 * Units: 0 best, K − 1 worst; RPS/(K − 1) is the mean 0–1 Brier of the cuts. Strictly proper.
 * Source: Epstein (1969); agrees with `rps_probs` of R's scoringRules.
 *
 * @example
 * rankedProbabilityScore([0.25, 0.25, 0.5], 1); // => 0.3125
 */
export function rankedProbabilityScore(probabilities: ArrayLike<number>, outcome: number): number {
  let below = 0;
  let sum = 0;
  for (let k = 0; k < probabilities.length - 1; k++) {
    below += probabilities[k] as number;
    const miss = below - (outcome <= k ? 1 : 0);
    sum += miss * miss;
  }
  return sum;
}
