/**
 * The spherical score, for comparison with studies that use it: Parley ranks by the Peer score.
 *
 * Formula: p_k / √(Σ p_j²). Units: 0 … 1 best. Strictly proper. Source: Roby (1965).
 *
 * @example
 * sphericalScore([0.6, 0.8], 1); // => 0.8
 */
export function sphericalScore(probabilities: ArrayLike<number>, outcome: number): number {
  let squares = 0;
  for (let k = 0; k < probabilities.length; k++) squares += (probabilities[k] as number) ** 2;
  return (probabilities[outcome] as number) / Math.sqrt(squares);
}
