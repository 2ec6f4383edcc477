import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baselineScore } from "#core/scoring/baseline-score.ts";
import { fullBrier, halfBrier } from "#core/scoring/brier.ts";
import { bucketProbabilities } from "#core/scoring/bucket-probabilities.ts";
import { crpsOfEnsemble } from "#core/scoring/comparison/crps-ensemble.ts";
import { intervalScore } from "#core/scoring/comparison/interval-score.ts";
import { logScore } from "#core/scoring/comparison/log-score.ts";
import { pinballLoss } from "#core/scoring/comparison/pinball-loss.ts";
import { sphericalScore } from "#core/scoring/comparison/spherical-score.ts";
import { weightedIntervalScore } from "#core/scoring/comparison/weighted-interval-score.ts";
import { crpsOnGrid } from "#core/scoring/crps-on-grid.ts";
import { orderedBrier } from "#core/scoring/ordered-brier.ts";
import { questionScores } from "#core/scoring/question-scores.ts";
import { rankedProbabilityScore } from "#core/scoring/ranked-probability-score.ts";
import { times } from "#tests/support/chance.ts";

/** Probabilities of a number of options, none below about 0.001. */
const distributions = (options: number) =>
  fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: options, maxLength: options }).map((raw) => {
    const sum = raw.reduce((total, value) => total + value, 0);
    return raw.map((value) => value / sum);
  });

/** Two distributions over the same options: a belief and a report. */
const pairs = fc
  .integer({ min: 2, max: 6 })
  .chain((options) => fc.tuple(distributions(options), distributions(options)));

const expectation = (belief: number[], of: (outcome: number) => number) =>
  belief.reduce((sum, probability, outcome) => sum + probability * of(outcome), 0);

/** A CDF of 21 points from 22 bucket probabilities, the outer two beyond the range. */
function cdfOf(buckets: number[]): number[] {
  let sum = 0;
  return buckets.slice(0, -1).map((probability) => {
    sum += probability;
    return sum;
  });
}

describe("a forecaster who states another belief than their own expects no better", () => {
  test.each([
    ["Brier score (0–1)", halfBrier],
    ["Brier score (0–2)", fullBrier],
    ["ranked probability score", rankedProbabilityScore],
    ["ordered Brier score", orderedBrier],
    ["log score", (p: number[], k: number) => -logScore(p, k)],
    ["spherical score", (p: number[], k: number) => -sphericalScore(p, k)],
    ["Baseline score", (p: number[], k: number) => -baselineScore(p[k] as number, p.length)],
  ])("%s", (_, loss) => {
    fc.assert(
      fc.property(pairs, ([belief, report]) => {
        const honest = expectation(belief, (k) => loss(belief, k));
        const other = expectation(belief, (k) => loss(report, k));
        expect(other).toBeGreaterThanOrEqual(honest - 1e-9);
        const distance = Math.max(...belief.map((p, k) => Math.abs(p - (report[k] as number))));
        if (distance > 0.05) expect(other).toBeGreaterThan(honest);
      }),
    );
  });

  test("log score of the buckets of a CDF", () => {
    fc.assert(
      fc.property(distributions(22), distributions(22), (belief, report) => {
        const score = (stated: number[], k: number) => Math.log(bucketProbabilities(cdfOf(stated))[k] as number);
        const honest = expectation(belief, (k) => score(belief, k));
        expect(expectation(belief, (k) => score(report, k))).toBeLessThanOrEqual(honest + 1e-9);
      }),
    );
  });

  test("CRPS on the grid, for outcomes spread over each bucket as the CDF says", () => {
    fc.assert(
      fc.property(distributions(8), distributions(8), (belief, report) => {
        // Outcomes at many points of each bucket stand for its uniform density; 0 and 7 lie outside the range.
        const inside = Array.from({ length: 6 * 40 }, (_, i) => ({
          y: (i + 0.5) / 240,
          p: (belief[1 + Math.floor(i / 40)] as number) / 40,
        }));
        const outcomes = [{ y: -1, p: belief[0] as number }, ...inside, { y: 2, p: belief[7] as number }];
        const expected = (stated: number[]) =>
          outcomes.reduce((sum, { y, p }) => sum + p * crpsOnGrid(cdfOf(stated), y), 0);
        expect(expected(report)).toBeGreaterThanOrEqual(expected(belief) - 1e-3);
      }),
    );
  });

  test("Peer score, whatever the others say", () => {
    const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        probability,
        probability,
        fc.array(probability, { minLength: 1, maxLength: 4 }),
        (belief, report, others) => {
          const expected = (own: number) =>
            expectation([1 - belief, belief], (happened) => {
              const rows = [own, ...others].map((forecast, forecaster) => {
                return { forecaster, madeAt: forecaster, endedAt: null, forecast, inPool: true };
              });
              const question = {
                type: "binary",
                outcome: happened === 1,
                opensAt: 0,
                closesAt: 50,
                knownAt: null,
              } as const;
              return questionScores(question, rows)[0]?.peer ?? Number.NaN;
            });
          expect(expected(report)).toBeLessThanOrEqual(expected(belief) + 1e-9);
        },
      ),
    );
  });

  test("pinball loss at the quantile", () => {
    const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        sample,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -60, max: 60 }),
        (values, tenths, stated) => {
          const sorted = [...values].sort((a, b) => a - b);
          const quantile = sorted[Math.ceil((tenths / 10) * sorted.length) - 1] as number;
          const mean = (q: number) => values.reduce((sum, y) => sum + pinballLoss(y, q, tenths / 10), 0);
          expect(mean(stated)).toBeGreaterThanOrEqual(mean(quantile) - 1e-9);
        },
      ),
    );
  });
});

describe("the CRPS", () => {
  const cdfs = distributions(22).map(cdfOf);
  const outcomes = fc.double({ min: -0.5, max: 1.5, noNaN: true });

  test("lies between 0 and 1", () => {
    fc.assert(
      fc.property(cdfs, outcomes, (cdf, y) => {
        const score = crpsOnGrid(cdf, y);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("is convex in the forecast: a mixture is no worse than the mean of its parts", () => {
    fc.assert(
      fc.property(cdfs, cdfs, outcomes, fc.double({ min: 0, max: 1, noNaN: true }), (first, second, y, share) => {
        const mixed = first.map((value, i) => share * value + (1 - share) * (second[i] as number));
        const mean = share * crpsOnGrid(first, y) + (1 - share) * crpsOnGrid(second, y);
        expect(crpsOnGrid(mixed, y)).toBeLessThanOrEqual(mean + 1e-12);
      }),
    );
  });

  test("equals the integral of its definition", () => {
    fc.assert(
      fc.property(cdfs, outcomes, (cdf, y) => {
        const at = (x: number) => {
          const i = Math.min(19, Math.floor(x * 20));
          return (cdf[i] as number) + ((cdf[i + 1] as number) - (cdf[i] as number)) * (x * 20 - i);
        };
        const steps = 20_000;
        let sum = 0;
        for (let s = 0; s < steps; s++) {
          const x = (s + 0.5) / steps;
          sum += (at(x) - (x >= y ? 1 : 0)) ** 2;
        }
        expect(crpsOnGrid(cdf, y)).toBeCloseTo(sum / steps, 3);
      }),
      { numRuns: times(20) },
    );
  });

  test("of a sample is the mean distance less half the mean distance of its members", () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: -30, max: 30 }), (members, y) => {
        const n = members.length;
        const distance = members.reduce((sum, x) => sum + Math.abs(x - y), 0) / n;
        const spread = members.reduce((sum, x) => sum + members.reduce((s, z) => s + Math.abs(x - z), 0), 0) / (n * n);
        expect(crpsOfEnsemble(y, members)).toBeCloseTo(distance - spread / 2, 9);
      }),
    );
  });
});

describe("scores of intervals and quantiles", () => {
  test("the interval score is 2/α times the pinball losses of its ends", () => {
    const whole = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(whole, whole, whole, fc.integer({ min: 1, max: 9 }), (y, a, b, tenths) => {
        const [lower, upper, alpha] = [Math.min(a, b), Math.max(a, b), tenths / 10];
        const pinball = pinballLoss(y, lower, alpha / 2) + pinballLoss(y, upper, 1 - alpha / 2);
        expect(intervalScore(y, lower, upper, 1 - alpha)).toBeCloseTo((2 / alpha) * pinball, 8);
      }),
    );
  });

  test("the weighted interval score is the mean of twice the pinball losses", () => {
    const levels = [0.05, 0.25, 0.5, 0.75, 0.95];
    const sorted = fc
      .array(fc.integer({ min: -40, max: 40 }), { minLength: 5, maxLength: 5 })
      .map((q) => q.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), sorted, (y, quantiles) => {
        const mean = levels.reduce((sum, level, i) => sum + 2 * pinballLoss(y, quantiles[i] as number, level), 0) / 5;
        const { score, dispersion, underprediction, overprediction } = weightedIntervalScore(y, levels, quantiles);
        expect(score).toBeCloseTo(mean, 9);
        expect(dispersion + underprediction + overprediction).toBeCloseTo(score, 9);
      }),
    );
  });
});

describe("the Baseline score", () => {
  test("is 0 for uniform, at most 100, and about -897 at worst for two options", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.double({ min: 0.001, max: 1, noNaN: true }), (options, p) => {
        expect(baselineScore(1 / options, options)).toBeCloseTo(0, 9);
        expect(baselineScore(p, options)).toBeLessThanOrEqual(100 + 1e-9);
        expect(baselineScore(p, options)).toBeGreaterThan(-897);
      }),
    );
  });
});
