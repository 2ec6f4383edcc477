import { bucketProbability } from "./outcome-bucket.ts";

/**
 * The probabilities a CDF of N + 1 points gives to its N + 2 buckets: below the range, inside, above.
 *
 * Formula: `bucketProbability` of 0…N + 1. Units: probabilities that sum to 1.
 *
 * @example
 * bucketProbabilities([0.25, 0.5, 0.75]); // => [0.25, 0.25, 0.25, 0.25]
 */
export function bucketProbabilities(cdf: ArrayLike<number>): number[] {
  return Array.from({ length: cdf.length + 1 }, (_, bucket) => bucketProbability(cdf, bucket));
}
