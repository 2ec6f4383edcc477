import { rankWeights } from "./recency-weights.ts";

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
  const used = weights ?? recencyWeightsByRank(oldestFirst.length);
  const pool = new Float64Array(oldestFirst[0]?.length ?? 0);
  let total = 0;
  oldestFirst.forEach((cdf, i) => {
    const weight = used[i] as number;
    total += weight;
    for (let x = 0; x < pool.length; x++) pool[x] = (pool[x] as number) + weight * (cdf[x] as number);
  });
  return pool.map((sum) => sum / total);
}

/** On the scale and in the order of `RecencyMean`, so that a pool kept over time and one made at once have the same bits. */
function recencyWeightsByRank(count: number): ArrayLike<number> {
  return count <= 2 ? [1, 1] : rankWeights(count).weight.subarray(1);
}
