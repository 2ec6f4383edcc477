import fc from "fast-check";
import { expect, test } from "vitest";
import { ensureRangeIsSound } from "#core/question/question-range.ts";
import { locationOfValue, valueAtLocation } from "#core/scoring/range-scale.ts";

const range = (min: number, max: number, zeroPoint: number | null = null) => ({
  min,
  max,
  zeroPoint,
  openLower: true,
  openUpper: true,
  unit: "m",
});

test.each([
  ["numeric", range(-1.7e308, 1.7e308), "range_must_stay_within_bounds", "range.min"],
  ["numeric", range(0, 1e16), "range_must_stay_within_bounds", "range.max"],
  ["numeric", range(1, 2, -1e300), "range_must_stay_within_bounds", "range.zeroPoint"],
  ["numeric", range(Number.NaN, 1), "range_must_stay_within_bounds", "range.min"],
  ["numeric", range(0, 5e-324), "range_must_be_wide_enough", "range.max"],
  ["numeric", range(1e15 - 1, 1e15), "range_must_be_wide_enough", "range.max"],
  ["numeric", range(1, 1 + 2e-16), "range_must_be_wide_enough", "range.max"],
  ["numeric", range(1, 100, 1 - 2e-16), "range_must_be_wide_enough", "range.max"],
  ["date", range(-8.64e18, 8.64e18), "range_must_stay_within_bounds", "range.min"],
  ["date", range(Date.UTC(2026, 0), Date.UTC(3000, 0)), "range_must_stay_within_bounds", "range.max"],
  ["date", range(0, 100), "range_must_be_wide_enough", "range.max"],
  ["numeric", range(2, 1), "range_must_be_in_order", "range.max"],
] as const)("a %s range %j is refused by the rule %s", (type, asked, code, field) => {
  expect(() => ensureRangeIsSound(type, asked)).toThrow(expect.objectContaining({ code, field }));
});

test.each([
  ["numeric", range(0, 1)],
  ["numeric", range(-1e15, 1e15)],
  ["numeric", range(1, 1e15, 0)],
  ["numeric", range(1e9, 1e9 + 1)],
  ["date", range(Date.UTC(1000, 0), Date.UTC(2999, 11))],
] as const)("a %s range %j is sound", (type, asked) => {
  expect(() => ensureRangeIsSound(type, asked)).not.toThrow();
});

test("every place of a sound range has a value of its own, which leads back to it", () => {
  const value = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.option(value), (one, other, zeroPoint) => {
      const asked = range(Math.min(one, other), Math.max(one, other), zeroPoint);
      try {
        ensureRangeIsSound("numeric", asked);
      } catch {
        return;
      }
      const values = Array.from({ length: 201 }, (_, i) => valueAtLocation(asked, i / 200));
      expect(values.every((place, i) => Number.isFinite(place) && (i === 0 || place > (values[i - 1] ?? 0)))).toBe(
        true,
      );
      expect(Number.isFinite(locationOfValue(asked, values[100] ?? 0))).toBe(true);
    }),
  );
});
