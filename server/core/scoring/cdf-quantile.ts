/**
 * The location below which a CDF holds the given probability.
 *
 * Formula: the inverse of the piecewise linear F; 0 when F already exceeds q at the lower end, 1 when it never reaches q.
 * Units: location in 0..1 of the range (see `valueAtLocation`). Source: Metaculus' percent point function.
 *
 * @example
 * cdfQuantile([0.25, 0.5, 1], 0.75); // => 0.75
 */
export function cdfQuantile(cdf: ArrayLike<number>, probability: number): number {
  const segments = cdf.length - 1;
  if (probability <= (cdf[0] as number)) return 0;
  if (probability >= (cdf[segments] as number)) return 1;
  let low = 0;
  let high = segments;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((cdf[middle] as number) < probability) low = middle;
    else high = middle;
  }
  const below = cdf[low] as number;
  return (low + (probability - below) / ((cdf[high] as number) - below)) / segments;
}
