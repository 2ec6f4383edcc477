/**
 * The weighted geometric mean of each option's probabilities: what Peer scores compare with, not a forecast (its sum is below 1).
 *
 * Formula: exp(Σ w_i ln p_ik / Σ w_i); equal weights when none are given. Units: 0..1.
 *
 * @example
 * geometricMeans([[0.25, 0.75], [0.25, 0.75]]); // => [Math.exp(Math.log(0.25)), Math.exp(Math.log(0.75))]
 */
export function geometricMeans(forecasts: readonly ArrayLike<number>[], weights?: readonly number[]): number[] {
  const total = weights === undefined ? forecasts.length : weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: forecasts[0]?.length ?? 0 }, (_, k) => {
    const logs = forecasts.reduce((sum, own, i) => sum + (weights?.[i] ?? 1) * Math.log(own[k] as number), 0);
    return Math.exp(logs / total);
  });
}

/**
 * The logarithmic opinion pool: geometric means, made to sum to one. An option that anyone ruled out is ruled out.
 *
 * Formula: Π p^w, normalised. Units: probabilities. Source: Genest & Zidek (1986).
 *
 * @example
 * logPool([[0.5, 0.5], [0.5, 0.5]]); // => [0.5, 0.5]
 */
export function logPool(forecasts: readonly ArrayLike<number>[], weights?: readonly number[]): number[] {
  const means = geometricMeans(forecasts, weights);
  const sum = means.reduce((total, mean) => total + mean, 0);
  return means.map((mean) => mean / sum);
}
