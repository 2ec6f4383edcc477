/**
 * The logarithmic score: how probable what happened was said to be.
 *
 * TeX: \ln p_k
 * Formula: ln p_k. Units: nats, −∞ … 0 best; divide by ln 2 for bits. Strictly proper and local.
 * A probability of 0 gives −∞, which is why `boundedProbability` comes before every time average.
 * Source: Good (1952).
 *
 * @example
 * logScore([0.25, 0.75], 0); // => Math.log(0.25)
 */
export function logScore(probabilities: ArrayLike<number>, outcome: number): number {
  return Math.log(probabilities[outcome] as number);
}
