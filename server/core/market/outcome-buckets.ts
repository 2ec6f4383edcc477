import { ensure } from "#core/errors.ts";
import { locationOfValue, type RangeScale } from "#core/scoring/range-scale.ts";

/** So many parts of a range can be told apart in a market. */
export const MAX_BOUNDS = 9;

/**
 * Throws unless the bounds cut a range into buckets: between one and nine of them, rising, strictly inside the range.
 *
 * Units: those of the question; epoch milliseconds for a date. The buckets are half-open, [bound, next bound); the first and the
 * last reach beyond an open end.
 * Errors: `market_buckets_must_be_given`, `market_buckets_must_rise_inside_range`.
 * Source: own rule.
 *
 * @example
 * ensureBoundsAreSound({ min: 0, max: 20, zeroPoint: null }, [4, 10]); // => undefined
 */
export function ensureBoundsAreSound({ min, max }: RangeScale, bounds: readonly number[]): void {
  ensure(bounds.length >= 1 && bounds.length <= MAX_BOUNDS, "market_buckets_must_be_given", {
    max: MAX_BOUNDS,
    field: "bucketBounds",
  });
  const doRise = bounds.every((bound, i) => bound > (bounds[i - 1] ?? min) && bound < max);
  ensure(doRise, "market_buckets_must_rise_inside_range", { field: "bucketBounds" });
}

/**
 * The bucket of an outcome: how many bounds lie at or below it.
 *
 * Units: `location` as `outcomeLocation` gives it, so that "below" and "above" fall into the first and the last.
 * Source: own rule.
 *
 * @example
 * bucketOfLocation({ min: 0, max: 20, zeroPoint: null }, [4, 10], 0.2); // => 1
 * bucketOfLocation({ min: 0, max: 20, zeroPoint: null }, [4, 10], -1); // => 0
 */
export function bucketOfLocation(scale: RangeScale, bounds: readonly number[], location: number): number {
  return bounds.filter((bound) => locationOfValue(scale, bound) <= location).length;
}

/**
 * What a forecast, a CDF at even locations of the range, says of each bucket.
 *
 * Formula: F(b_k) − F(b_{k−1}), F linear between its points, with 0 before the first bucket and 1 after the last.
 * Units: probabilities, summing to 1. Source: own rule.
 *
 * @example
 * bucketProbabilities({ min: 0, max: 20, zeroPoint: null }, [5, 15], [0, 0.5, 1]); // => [0.25, 0.5, 0.25]
 */
export function bucketProbabilities(scale: RangeScale, bounds: readonly number[], cdf: readonly number[]): number[] {
  const below = bounds.map((bound) => cdfAt(cdf, locationOfValue(scale, bound)));
  return [...below, 1].map((share, i) => share - (below[i - 1] ?? 0));
}

function cdfAt(cdf: readonly number[], location: number): number {
  const place = location * (cdf.length - 1);
  const before = Math.min(Math.floor(place), cdf.length - 2);
  const [from, to] = [cdf[before] as number, cdf[before + 1] as number];
  return from + (to - from) * (place - before);
}
