import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isStatable, statedProbability } from "#core/probability.ts";
import { statedCdf } from "#core/stated-cdf.ts";
import { SUM_TOLERANCE, statedProbabilities } from "#core/stated-probabilities.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";

const even = (first: number, last: number) => Array.from({ length: 201 }, (_, i) => first + ((last - first) * i) / 200);

describe("a stated probability", () => {
  test("is the bound when it lies within 1e-9 of it, on either side", () => {
    expect([99.9 / 100, 0.999 + 1e-10, 0.999 - 1e-10].map(statedProbability)).toEqual([0.999, 0.999, 0.999]);
    expect([0.001 - 1e-10, 0.001 + 1e-10].map(statedProbability)).toEqual([0.001, 0.001]);
  });

  test("is refused beyond that, and nothing that is no number is one", () => {
    for (const p of [0.999 + 1e-8, 0.001 - 1e-8, 0, 1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(isStatable(p)).toBe(false);
      expect(() => statedProbability(p)).toThrow(
        brokenRule("probability_must_be_within_bounds", { min: 0.001, max: 0.999 }),
      );
    }
  });
});

describe("the probabilities of several options", () => {
  test("are kept within their bounds and sum to 1, and what was kept is kept again, bit for bit", () => {
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 50 });
    const error = fc.double({ min: -SUM_TOLERANCE, max: SUM_TOLERANCE, noNaN: true });
    fc.assert(
      fc.property(parts, error, (own, apart) => {
        const [count, sum] = [own.length, own.reduce((a, b) => a + b, 0)];
        const whole = own.map((part) => 0.001 + (sum > 0 ? part / sum : 1 / count) * (1 - 0.001 * count));
        // The error falls on the middle of the largest, so that no bound is passed.
        const largest = whole.indexOf(Math.max(...whole));
        const stated = whole.map((p, k) => (k === largest ? Math.min(0.999, p + apart * 0.99) : p));
        const kept = statedProbabilities(stated, count);
        expect(Math.abs(kept.reduce((a, b) => a + b, 0) - 1)).toBeLessThanOrEqual(1e-9);
        expect(kept.every((p) => p >= 0.001 && p <= 0.999)).toBe(true);
        expect(statedProbabilities(kept, count)).toEqual(kept);
      }),
    );
  });

  test("at a bound stay there while the rest is made to sum to 1", () => {
    const kept = statedProbabilities([0.001, 0.5, 0.4990005], 3);
    expect(kept[0]).toBe(0.001);
    expect(statedProbabilities([0.999, 0.0010004], 2).every(isStatable)).toBe(true);
  });
});

describe("a stated CDF", () => {
  test("has ends that are exactly what its range asks for, when they are so to within 1e-9", () => {
    const closed = statedCdf(even(1e-12, 1 - 1e-12), { openLower: false, openUpper: false });
    expect([closed[0], closed[200]]).toEqual([0, 1]);
    const open = statedCdf(even(0.001 - 1e-12, 0.999 + 1e-12), { openLower: true, openUpper: true });
    expect([open[0], open[200]]).toEqual([0.001, 0.999]);
    expect(() => statedCdf(even(1e-6, 1), { openLower: false, openUpper: false })).toThrow(
      brokenRule("cdf_must_fit_range", { end: "lower", isOpen: false }),
    );
  });
});
