import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOfLocation, bucketProbabilities, ensureBoundsAreSound } from "#core/market/outcome-buckets.ts";
import { outcomeLocation } from "#core/scoring/outcome-location.ts";

const RANGES = [
  { min: 0, max: 20, zeroPoint: null },
  { min: 1, max: 100, zeroPoint: 0 },
];
const range = fc.constantFrom(...RANGES);
/** Rising values strictly inside 1…20, which lie in both ranges. */
const bounds = fc
  .uniqueArray(fc.integer({ min: 11, max: 199 }), { minLength: 1, maxLength: 9 })
  .map((tenths) => tenths.sort((a, b) => a - b).map((tenth) => tenth / 10));

test("every value lies in the bucket that begins at or below it and ends above it, on either scale", () => {
  fc.assert(
    fc.property(range, bounds, fc.integer({ min: 10, max: 200 }), (scale, cuts, tenth) => {
      const value = tenth / 10;
      const bucket = bucketOfLocation(scale, cuts, outcomeLocation(scale, value));
      expect(value).toBeGreaterThanOrEqual(cuts[bucket - 1] ?? scale.min);
      expect(value).toBeLessThan(cuts[bucket] ?? Number.POSITIVE_INFINITY);
    }),
  );
});

test("an answer beyond an open end lies in the first bucket or the last", () => {
  fc.assert(
    fc.property(range, bounds, (scale, cuts) => {
      const of = (answer: "below" | "above") => bucketOfLocation(scale, cuts, outcomeLocation(scale, answer));
      expect([of("below"), of("above")]).toEqual([0, cuts.length]);
    }),
  );
});

test("what a forecast says of the buckets sums to one, and is what its CDF says at the bounds", () => {
  const steps = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 200, maxLength: 200 });
  fc.assert(
    fc.property(range, bounds, steps, (scale, cuts, weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const cdf = [0];
      for (const weight of weights) cdf.push((cdf.at(-1) as number) + weight / total);
      const shares = bucketProbabilities(scale, cuts, cdf);
      expect(shares).toHaveLength(cuts.length + 1);
      expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 12);
      for (const share of shares) expect(share).toBeGreaterThan(0);
    }),
  );
});

test.each([
  [[], "market_buckets_must_be_given"],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "market_buckets_must_be_given"],
  [[4, 4], "market_buckets_must_rise_inside_range"],
  [[5, 4], "market_buckets_must_rise_inside_range"],
  [[0, 4], "market_buckets_must_rise_inside_range"],
  [[4, 20], "market_buckets_must_rise_inside_range"],
  [[Number.NaN], "market_buckets_must_rise_inside_range"],
])("refuses the bounds %j by %s", (cuts, code) => {
  expect(() => ensureBoundsAreSound({ min: 0, max: 20, zeroPoint: null }, cuts)).toThrow(
    expect.objectContaining({ code, field: "bucketBounds" }),
  );
});
