/**
 * ln Σ eˣ without overflow.
 *
 * Formula: m + ln Σ e^(xᵢ−m), m = max x.
 * Range: any finite x, and −∞; the sum of nothing is −∞.
 * Source: definition.
 *
 * @example
 * logSumExp([1000, 1000]).toFixed(9); // => (1000 + Math.log(2)).toFixed(9)
 */
export function logSumExp(exponents: readonly number[]): number {
  const greatest = exponents.reduce((most, exponent) => Math.max(most, exponent), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(greatest)) return greatest;
  return greatest + Math.log(exponents.reduce((sum, exponent) => sum + Math.exp(exponent - greatest), 0));
}
