import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cdfPool } from "#core/aggregation/cdf-pool.ts";
import { extremised } from "#core/aggregation/comparison/extremised.ts";
import { logPool } from "#core/aggregation/comparison/log-pool.ts";
import { densestMean, trimmedMean } from "#core/aggregation/comparison/trimmed-mean.ts";
import { fittedExtremising } from "#core/aggregation/fitted-extremising.ts";
import { logOddsMean } from "#core/aggregation/log-odds-mean.ts";
import { meanProbability, medianProbability } from "#core/aggregation/mean-and-median.ts";
import { neymanRoughgarden, neymanRoughgardenFactor } from "#core/aggregation/neyman-roughgarden.ts";
import { optionCrowd } from "#core/aggregation/option-crowd.ts";

const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const crowds = fc.array(probability, { minLength: 1, maxLength: 20 });

describe("every aggregate of one opinion", () => {
  const aggregates: [string, (crowd: number[]) => number][] = [
    ["mean", meanProbability],
    ["median", medianProbability],
    ["log-odds mean", logOddsMean],
    ["trimmed mean", (crowd) => trimmedMean(crowd, 0.1)],
    ["densest mean", (crowd) => densestMean(crowd, 0.1)],
  ];

  test.each(aggregates)("is that opinion: %s", (_, aggregate) => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(aggregate([p, p, p, p])).toBeCloseTo(p, 12);
      }),
    );
  });

  test.each(aggregates)("lies between the extremes and ignores the order: %s", (_, aggregate) => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        const value = aggregate(crowd);
        expect(value).toBeGreaterThanOrEqual(Math.min(...crowd) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(...crowd) + 1e-12);
        expect(aggregate([...crowd].reverse())).toBeCloseTo(value, 12);
      }),
    );
  });

  test.each([
    ["log-odds mean", logOddsMean],
    ["Neyman–Roughgarden", neymanRoughgarden],
  ])("mirrors when everybody says the opposite: %s", (_, aggregate) => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        expect(aggregate(crowd.map((p) => 1 - p))).toBeCloseTo(1 - aggregate(crowd), 9);
      }),
    );
  });
});

describe("extremising", () => {
  test("keeps the order of probabilities and moves them away from one half", () => {
    fc.assert(
      fc.property(probability, probability, fc.double({ min: 1, max: 3, noNaN: true }), (p, other, factor) => {
        const moved = extremised(p, factor);
        expect(Math.abs(moved - 0.5)).toBeGreaterThanOrEqual(Math.abs(p - 0.5) - 1e-12);
        if (p < other) expect(moved).toBeLessThanOrEqual(extremised(other, factor));
      }),
    );
  });

  test("is fitted above 1 when crowds were too timid, below 1 when they were too bold", () => {
    const crowd = (p: number, hits: number) =>
      Array.from({ length: 100 }, (_, i) => ({ probabilities: [p, p], outcome: i < hits }));
    expect(fittedExtremising(crowd(0.7, 90))).toBeGreaterThan(1.5);
    expect(fittedExtremising(crowd(0.9, 70))).toBeLessThan(0.6);
    expect(fittedExtremising(crowd(0.7, 70))).toBeCloseTo(1, 2);
  });

  test("is held back towards 1 the more, the fewer questions were resolved", () => {
    const sure = (n: number) => Array.from({ length: n }, () => ({ probabilities: [0.7], outcome: true }));
    const factors = [0, 1, 5, 50].map((n) => fittedExtremising(sure(n)));
    expect(factors).toEqual([...factors].sort((a, b) => a - b));
    expect(factors[0]).toBe(1);
  });

  test("by Neyman and Roughgarden tends to the root of three, and leaves the prior alone", () => {
    expect(neymanRoughgardenFactor(1e6)).toBeCloseTo(Math.sqrt(3), 5);
    expect(neymanRoughgarden([0.2, 0.2, 0.2], 0.2)).toBeCloseTo(0.2, 12);
  });
});

describe("pools", () => {
  const options = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }).map((raw) => {
    const sum = raw.reduce((total, value) => total + value, 0);
    return raw.map((value) => value / sum);
  });

  test("of options sum to one, and a logarithmic pool follows Bayes' rule from member to pool", () => {
    fc.assert(
      fc.property(fc.array(options, { minLength: 1, maxLength: 6 }), options, (forecasts, evidence) => {
        const update = (p: number[]) => {
          const raw = p.map((own, k) => own * (evidence[k] as number));
          const sum = raw.reduce((total, value) => total + value, 0);
          return raw.map((value) => value / sum);
        };
        const pooled = update(logPool(forecasts));
        const updated = logPool(forecasts.map(update));
        for (const [k, value] of pooled.entries()) expect(updated[k]).toBeCloseTo(value, 9);
        const crowd = optionCrowd(forecasts).median.reduce((sum: number, p) => sum + (p ?? 0), 0);
        expect(crowd).toBeCloseTo(1, 9);
      }),
    );
  });

  test("of CDFs never decrease", () => {
    fc.assert(
      fc.property(fc.array(options, { minLength: 1, maxLength: 6 }), (steps) => {
        const pool = cdfPool(steps.map(([a = 0, b = 0]) => [a, a + b, 1]));
        expect([...pool]).toEqual([...pool].sort((x, y) => x - y));
      }),
    );
  });

  test("a certain voice among others does not decide alone", () => {
    expect(logOddsMean([0.5, 0.5, 1])).toBeCloseTo(0.5, 12);
    expect(logOddsMean([1, 1])).toBeCloseTo(0.999, 12);
  });
});
