import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cdfFaults } from "#core/scoring/cdf-faults.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import { outcomeBucket } from "#core/scoring/outcome-bucket.ts";
import { locationOfValue, valueAtLocation } from "#core/scoring/range-scale.ts";

const grid = (first: number, last: number) => Array.from({ length: 201 }, (_, i) => first + ((last - first) * i) / 200);
const closed = { openLower: false, openUpper: false };
const open = { openLower: true, openUpper: true };

describe("a CDF may be stated", () => {
  test("when it is even and fits the ends of the range", () => {
    expect(cdfFaults(grid(0, 1), closed)).toEqual([]);
    expect(cdfFaults(grid(0.001, 0.999), open)).toEqual([]);
  });

  test("only if it leaves 0.001 beyond each open end and nothing beyond a closed one", () => {
    expect(cdfFaults(grid(0, 1), open)).toEqual(["lower-open", "upper-open"]);
    expect(cdfFaults(grid(0.01, 0.99), closed)).toEqual(["lower-closed", "upper-closed"]);
  });

  test("only if it is never flat, falling or jumping, and is made of numbers", () => {
    const flat = grid(0, 1).map((value, i) => (i === 100 ? 99 / 200 : value));
    expect(cdfFaults(flat, closed)).toEqual(["min-step"]);
    const jump = grid(0, 0.7).map((value, i) => (i === 0 ? 0 : value + 0.3));
    expect(cdfFaults(jump, closed)).toEqual(["max-step"]);
    expect(cdfFaults(grid(0, 1).fill(Number.NaN, 3, 4), closed)).toEqual(["min-step", "max-step"]);
    expect(cdfFaults(grid(0, 1).slice(1), closed)).toEqual(["length"]);
  });
});

describe("a scale", () => {
  const scales = fc.constantFrom(
    { min: 0, max: 200, zeroPoint: null },
    { min: 1, max: 1e10, zeroPoint: 0 },
    { min: -5, max: 5, zeroPoint: 6 },
    { min: Date.UTC(2026, 0), max: Date.UTC(2027, 0), zeroPoint: null },
  );

  test("leads from a location to a value and back", () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), (scale, location) => {
        expect(locationOfValue(scale, valueAtLocation(scale, location))).toBeCloseTo(location, 7);
      }),
    );
  });

  test("puts both ends of the range inside it, exactly", () => {
    for (const scale of [
      { min: 0.3, max: 0.9, zeroPoint: null },
      { min: 1, max: 1e10, zeroPoint: 0 },
    ]) {
      expect(outcomeBucket(locationOfValue(scale, scale.min), 200)).toBe(1);
      expect(outcomeBucket(locationOfValue(scale, scale.max), 200)).toBe(200);
    }
  });

  test("refuses a range that is empty or holds its zero point", () => {
    expect(() => valueAtLocation({ min: 1, max: 1, zeroPoint: null }, 0.5)).toThrow("lower end");
    expect(() => valueAtLocation({ min: 1, max: 9, zeroPoint: 3 }, 0.5)).toThrow("zero point");
  });

  test("a quantile is where the CDF reaches it", () => {
    const cdf = grid(0, 1).map((u) => u * u);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (q) => {
        const at = cdfQuantile(cdf, q) * 200;
        const i = Math.floor(at);
        const reached = (cdf[i] as number) + ((cdf[i + 1] as number) - (cdf[i] as number)) * (at - i);
        expect(reached).toBeCloseTo(q, 9);
      }),
    );
  });
});
