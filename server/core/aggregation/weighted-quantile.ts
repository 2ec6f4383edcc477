/**
 * The weighted quantile of values in ascending order.
 *
 * Formula: ½(first value whose cumulative weight is ≥ q·Σw + first whose cumulative weight is > q·Σw).
 * Units: those of the values; q in 0..1. NaN without values. Source: the weighted percentile that Metaculus uses.
 *
 * @example
 * sortedWeightedQuantile([0.25, 0.5, 1], [1, 1, 1], 0.5); // => 0.5
 * sortedWeightedQuantile([0.25, 0.75], [1, 1], 0.5); // => 0.5
 */
export function sortedWeightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, q: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] as number;
  const goal = q * sum;
  let below = 0;
  let reached = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    below += weights[i] as number;
    if (Number.isNaN(reached) && below >= goal) reached = values[i] as number;
    if (below > goal) return (reached + (values[i] as number)) / 2;
  }
  const last = values.length === 0 ? Number.NaN : (values[values.length - 1] as number);
  return Number.isNaN(reached) ? last : (reached + last) / 2;
}

/**
 * The weighted quantiles of values in any order.
 *
 * Formula: `sortedWeightedQuantile` for each q; equal weights when none are given.
 *
 * @example
 * weightedQuantiles([0.5, 0.25, 0.75], [0.25, 0.25, 4], [0.5]); // => [0.75]
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number> | null,
  qs: readonly number[],
): number[] {
  const order = Array.from(values, (_, i) => i).sort((i, j) => (values[i] as number) - (values[j] as number));
  const sorted = order.map((i) => values[i] as number);
  const sortedWeights = order.map((i) => (weights === null ? 1 : (weights[i] as number)));
  return qs.map((q) => sortedWeightedQuantile(sorted, sortedWeights, q));
}
