import fc from "fast-check";
import { expect, test } from "vitest";
import { activeAt } from "#core/aggregation/active-at.ts";
import { cdfPool } from "#core/aggregation/cdf-pool.ts";
import { extremised } from "#core/aggregation/comparison/extremised.ts";
import { logPool } from "#core/aggregation/comparison/log-pool.ts";
import { trimmedMean } from "#core/aggregation/comparison/trimmed-mean.ts";
import { logOddsMean } from "#core/aggregation/log-odds-mean.ts";
import { meanProbability, medianProbability } from "#core/aggregation/mean-and-median.ts";
import { neymanRoughgarden } from "#core/aggregation/neyman-roughgarden.ts";
import { recencyWeights } from "#core/aggregation/recency-weights.ts";
import { referenceForecasts } from "#core/aggregation/reference-forecasts.ts";

const probability = fc.integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1000);
const acts = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 11 }),
    wait: fc.integer({ min: 1, max: 3 }),
    probability,
    leaves: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Forecasts of a few people one after the other; some end before the next one of the same person. */
function historyOf(told: readonly { who: number; wait: number; probability: number; leaves: boolean }[]) {
  let now = 0;
  const made = told.map(({ who, wait, ...rest }) => {
    now += wait;
    return { forecaster: `p${who}`, madeAt: now, ...rest };
  });
  return made.map(({ probability, leaves, ...row }, i) => {
    const next = made.slice(i + 1).find(({ forecaster }) => forecaster === row.forecaster);
    return { ...row, endedAt: leaves ? row.madeAt + 1 : (next?.madeAt ?? null), probabilities: [probability] };
  });
}

test("at any instant each reference is its aggregate of the forecasts active then", () => {
  fc.assert(
    fc.property(acts, fc.integer({ min: 0, max: 150 }), (told, at) => {
      const history = historyOf(told);
      const active = activeAt(
        history.map((row) => ({ ...row, probability: row.probabilities[0] as number })),
        at,
      ).map((row) => row.probability);
      const rows = referenceForecasts("binary", history, { factor: 1.5 });
      const said = (method: string) =>
        rows.find(
          (row) => row.forecaster === method && row.madeAt <= at && (row.endedAt ?? Number.POSITIVE_INFINITY) > at,
        )?.forecast as number | undefined;
      if (active.length === 0) {
        expect(said("mean")).toBeUndefined();
        return;
      }
      expect(said("mean")).toBeCloseTo(meanProbability(active), 10);
      expect(said("recency_mean")).toBeCloseTo(meanProbability(active, recencyWeights(active.length)), 8);
      expect(said("median")).toBeCloseTo(medianProbability(active), 10);
      expect(said("trimmed_mean")).toBeCloseTo(trimmedMean(active, 0.1), 10);
      expect(said("log_pool")).toBeCloseTo(logOddsMean(active), 10);
      expect(said("extremised")).toBeCloseTo(extremised(logOddsMean(active), 1.5), 10);
      expect(said("neyman_roughgarden")).toBeCloseTo(neymanRoughgarden(active), 10);
      expect(said("crowd")).toBeGreaterThan(0);
    }),
  );
});

test("of several options the log pool is the log pool, and every reference sums to one", () => {
  const rows = referenceForecasts(
    "multiple_choice",
    [
      { forecaster: "a", madeAt: 1, endedAt: null, probabilities: [0.2, 0.3, 0.5] },
      { forecaster: "b", madeAt: 2, endedAt: null, probabilities: [0.6, 0.3, 0.1] },
    ],
    { factor: 2 },
  ).filter(({ madeAt }) => madeAt === 2);
  const pool = rows.find(({ forecaster }) => forecaster === "log_pool")?.forecast as number[];
  logPool([
    [0.2, 0.3, 0.5],
    [0.6, 0.3, 0.1],
  ]).forEach((expected, k) => void expect(pool[k]).toBeCloseTo(expected, 12));
  for (const { forecast } of rows) {
    expect((forecast as number[]).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  }
});

test("of a number or a date the references are the crowd and the plain mean of the CDFs", () => {
  const even = Array.from({ length: 201 }, (_, x) => x / 200);
  const early = even.map((u) => Math.sqrt(u));
  const late = even.map((u) => u * u);
  const rows = referenceForecasts(
    "continuous",
    [
      { forecaster: "a", madeAt: 1, endedAt: 3, probabilities: early },
      { forecaster: "b", madeAt: 2, endedAt: null, probabilities: even },
      { forecaster: "a", madeAt: 3, endedAt: null, probabilities: late },
      { forecaster: "c", madeAt: 4, endedAt: null, probabilities: early },
    ],
    { factor: 2 },
  );
  expect([...new Set(rows.map(({ forecaster }) => forecaster))]).toEqual(["crowd", "mean"]);
  const said = (method: string) => rows.filter(({ forecaster }) => forecaster === method).at(-1)?.forecast as number[];
  expect(rows.filter(({ forecaster }) => forecaster === "mean").map(({ madeAt }) => madeAt)).toEqual([1, 2, 3, 4]);
  said("mean").forEach((below, x) => {
    expect(below).toBeCloseTo(((even[x] as number) + (late[x] as number) + (early[x] as number)) / 3, 12);
  });
  expect(said("crowd")).toEqual([...cdfPool([even, late, early])]);
});
