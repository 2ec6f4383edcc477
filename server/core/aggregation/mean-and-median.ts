import { weightedQuantiles } from "./weighted-quantile.ts";

/**
 * The weighted mean of probabilities: the linear pool. Under-confident even when its members are calibrated.
 *
 * Formula: Σ w_i p_i / Σ w_i; equal weights when none are given. Units: probability. NaN without values.
 *
 * @example
 * meanProbability([0.25, 0.75, 0.75], [2, 1, 1]); // => 0.5
 */
export function meanProbability(probabilities: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const weight = weights === undefined ? 1 : (weights[i] as number);
    sum += weight * (probabilities[i] as number);
    total += weight;
  }
  return sum / total;
}

/**
 * The plain median of probabilities: the middle value, or the mean of the two middle ones.
 *
 * Units: probability. NaN without values.
 *
 * @example
 * medianProbability([0.25, 0.75, 0.5]); // => 0.5
 * medianProbability([0.25, 0.75]); // => 0.5
 */
export function medianProbability(probabilities: ArrayLike<number>): number {
  return weightedQuantiles(probabilities, null, [0.5])[0] as number;
}
