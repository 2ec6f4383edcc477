/**
 * The Brier score in the 0–1 convention: half the squared distance of the probabilities from what happened.
 *
 * TeX: \tfrac12\sum_k (p_k-o_k)^2
 * Formula: ½ Σ_k (p_k − o_k)², o = 1 for the outcome and 0 elsewhere; for two options it is (p − y)².
 * Units: 0 best, 1 worst. Strictly proper. Source: Brier (1950), whose own convention is twice this (`fullBrier`).
 *
 * @example
 * halfBrier([0.25, 0.75], 1); // => 0.0625
 */
export function halfBrier(probabilities: ArrayLike<number>, outcome: number): number {
  return fullBrier(probabilities, outcome) / 2;
}

/**
 * The Brier score in the 0–2 convention of Brier (1950), Good Judgment Open, Cultivate and Fatebook.
 *
 * TeX: \sum_k (p_k-o_k)^2
 * Formula: Σ_k (p_k − o_k)². Units: 0 best, 2 worst. Parley shows the 0–1 convention and converts at its edges.
 *
 * @example
 * fullBrier([0.25, 0.75], 1); // => 0.125
 */
export function fullBrier(probabilities: ArrayLike<number>, outcome: number): number {
  let sum = 0;
  for (let k = 0; k < probabilities.length; k++) {
    const miss = (probabilities[k] as number) - (k === outcome ? 1 : 0);
    sum += miss * miss;
  }
  return sum;
}
