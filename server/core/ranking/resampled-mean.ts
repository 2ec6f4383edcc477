/**
 * The mean of values of which each counts as often as it was drawn.
 *
 * Formula: Σ times·value / Σ times.
 * Units: those of the values; NaN when nothing was drawn.
 * Source: definition.
 *
 * @example
 * resampledMean([10, -5, 20], [2, 0, 1]).toFixed(6); // => "13.333333"
 */
export function resampledMean(values: ArrayLike<number>, times: ArrayLike<number>): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += (times[i] as number) * (values[i] as number);
    count += times[i] as number;
  }
  return sum / count;
}
