import { ensureArgument } from "#core/errors.ts";

/**
 * The logarithmic market maker's prices, which are its probabilities.
 *
 * TeX: p_i=\frac{e^{(q_i-m)/b}}{\sum_j e^{(q_j-m)/b}},\quad m=\max_j q_j
 * Formula: pᵢ = e^((qᵢ−m)/b)/Σ, m = max q.
 * Range: each in 0..1, summing to 1; a price far behind may underflow to 0.
 * Errors: `argument_must_be_in_domain` for fewer than two outcomes or b ≤ 0.
 * Source: R. Hanson (2003).
 *
 * @example
 * lmsrPrices([1e6, 0], 100); // => [1, 0]
 */
export function lmsrPrices(quantities: readonly number[], liquidity: number): number[] {
  ensureArgument(quantities.length > 1 && liquidity > 0, "A market needs outcomes and liquidity.");
  const greatest = Math.max(...quantities);
  const weights = quantities.map((quantity) => Math.exp((quantity - greatest) / liquidity));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
