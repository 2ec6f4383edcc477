import fc from "fast-check";
import { expect, test } from "vitest";
import { clopperPearsonInterval } from "#core/calibration/clopper-pearson-interval.ts";
import { agrestiCoullInterval } from "#core/calibration/comparison/agresti-coull-interval.ts";
import { jeffreysInterval } from "#core/calibration/jeffreys-interval.ts";
import { wilsonInterval } from "#core/calibration/wilson-interval.ts";

const INTERVALS = [
  ["Wilson", wilsonInterval],
  ["Jeffreys", jeffreysInterval],
  ["Clopper–Pearson", clopperPearsonInterval],
] as const;
const counts = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400)).map(([n, x]) => [Math.min(n, x), n] as const);

test.each(INTERVALS)("%s contains the observed rate and stays within 0 and 1", (_, interval) => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const { lower, upper } = interval(x, n);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(x / n + 1e-12);
      expect(upper).toBeGreaterThanOrEqual(x / n - 1e-12);
    }),
  );
});

test.each(INTERVALS)("%s mirrors itself when hits and misses change places", (_, interval) => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const [hits, misses] = [interval(x, n), interval(n - x, n)];
      expect(hits.lower).toBeCloseTo(1 - misses.upper, 10);
      expect(hits.upper).toBeCloseTo(1 - misses.lower, 10);
    }),
  );
});

test("Clopper–Pearson is never narrower than Jeffreys", () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const [exact, posterior] = [clopperPearsonInterval(x, n), jeffreysInterval(x, n)];
      expect(exact.upper - exact.lower).toBeGreaterThanOrEqual(posterior.upper - posterior.lower - 1e-9);
    }),
  );
});

test.each([...INTERVALS, ["Agresti–Coull", agrestiCoullInterval] as const])(
  "%s refuses no trials and more successes than trials",
  (_, interval) => {
    expect(() => interval(0, 0)).toThrow("needs trials");
    expect(() => interval(3, 2)).toThrow("needs trials");
  },
);
