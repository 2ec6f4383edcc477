import { recencyWeights } from "./recency-weights.ts";

/**
 * The linear pool of CDFs: the weighted mean at each point. The crowd of a numeric or date question.
 *
 * Formula: F(x) = Σ w_i F_i(x) / Σ w_i; the weights are the recency weights of forecasts given oldest update first,
 * unless others are given. Units: probability. Empty without forecasts. Source: Metaculus' continuous aggregation.
 *
 * @example
 * cdfPool([[0, 0.25, 1], [0, 0.75, 1]]); // => Float64Array.of(0, 0.5, 1)
 */
export function cdfPool(oldestFirst: readonly ArrayLike<number>[], weights?: readonly number[]): Float64Array {
  const used = weights ?? recencyWeights(oldestFirst.length);
  const total = used.reduce((sum, weight) => sum + weight, 0);
  const pool = new Float64Array(oldestFirst[0]?.length ?? 0);
  oldestFirst.forEach((cdf, i) => {
    const share = (used[i] as number) / total;
    for (let x = 0; x < pool.length; x++) pool[x] = (pool[x] as number) + share * (cdf[x] as number);
  });
  return pool;
}
