/**
 * The bucket that holds an outcome: 0 below the range, 1…N inside (right-closed), N + 1 above.
 *
 * Formula: for location u of [0, 1]: max(1, trunc(u·N + 1 − 1e-10)), and N at u = 1. The lower bound lies in bucket 1.
 * Units: u is the unscaled location (0 lower end, 1 upper end). Source: Metaculus' bucket rule.
 *
 * @example
 * [outcomeBucket(-0.1, 200), outcomeBucket(0, 200), outcomeBucket(0.5, 200), outcomeBucket(1, 200), outcomeBucket(1.1, 200)]; // => [0, 1, 100, 200, 201]
 */
export function outcomeBucket(location: number, buckets: number): number {
  if (location < 0) return 0;
  if (location > 1) return buckets + 1;
  if (location === 1) return buckets;
  return Math.max(1, Math.trunc(location * buckets + 1 - 1e-10));
}

/**
 * The probability a CDF gives to one bucket of `outcomeBucket`.
 *
 * Formula: F_b − F_{b−1}; F_0 below the range; 1 − F_N above it. Units: probability.
 *
 * @example
 * bucketProbability([0.25, 0.5, 0.75], 1); // => 0.25
 */
export function bucketProbability(cdf: ArrayLike<number>, bucket: number): number {
  const last = cdf.length - 1;
  if (bucket === 0) return cdf[0] as number;
  if (bucket > last) return 1 - (cdf[last] as number);
  return (cdf[bucket] as number) - (cdf[bucket - 1] as number);
}
