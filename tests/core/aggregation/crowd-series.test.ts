import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CrowdRow, crowdSeries } from "#core/aggregation/crowd-series.ts";
import { recencyWeightedMedian } from "#core/aggregation/recency-weighted-median.ts";
import { weightedQuantiles } from "#core/aggregation/weighted-quantile.ts";

/** The crowd at one instant straight from its definition. */
function byDefinition(rows: readonly CrowdRow[], at: number) {
  const active = rows
    .filter((row) => row.madeAt <= at && (row.endedAt ?? Number.POSITIVE_INFINITY) > at)
    .filter((row) => !rows.some((o) => o.forecaster === row.forecaster && o.madeAt > row.madeAt && o.madeAt <= at))
    .sort((a, b) => a.madeAt - b.madeAt || Number(a.forecaster) - Number(b.forecaster));
  const n = active.length;
  const weights = active.map((_, k) => (n <= 2 ? 1 : Math.exp(Math.sqrt(k + 1) - Math.sqrt(n))));
  return weightedQuantiles(
    active.map((row) => row.probability),
    weights,
    [0.25, 0.5, 0.75],
  );
}

/** A random history: everyone comes, most update, some leave. */
function history(seed: number, people: number, count: number, grid: number, leaving: number): CrowdRow[] {
  let state = seed;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, (_, i) => ({
    forecaster: i < people ? i : Math.floor(chance() * people),
    madeAt: i * 10 + Math.floor(chance() * 9),
    endedAt: chance() < leaving ? i * 10 + 10 + Math.floor(chance() * 3 * people) : null,
    probability: grid === 0 ? chance() : Math.round((chance() + chance()) * 0.5 * grid) / grid,
  }));
}

describe("the crowd's history", () => {
  test("equals the definition at every change", () => {
    const row = fc.record({
      forecaster: fc.integer({ min: 0, max: 8 }),
      madeAt: fc.integer({ min: 0, max: 60 }),
      endedAt: fc.constant(null),
      probability: fc.integer({ min: 1, max: 19 }).map((p) => p / 20),
    });
    const stays = fc.option(fc.integer({ min: 1, max: 40 }), { nil: null });
    const withEnd = fc
      .tuple(row, stays)
      .map(([r, s]): CrowdRow => ({ ...r, endedAt: s === null ? null : r.madeAt + s }));
    const rows = fc.uniqueArray(withEnd, { selector: (r) => `${r.forecaster}@${r.madeAt}`, maxLength: 40 });
    fc.assert(
      fc.property(rows, (history) => {
        const series = crowdSeries(history);
        series.at.forEach((at, i) => {
          const [lower, median, upper] = byDefinition(history, at);
          expect([series.lower[i], series.median[i], series.upper[i]]).toEqual([lower, median, upper]);
        });
      }),
    );
  });

  test.each([
    ["few people on a coarse grid", history(1, 40, 2000, 20, 0)],
    ["a thousand people on a fine grid", history(2, 1000, 6000, 1000, 0.02)],
    ["three thousand with values of their own", history(3, 3000, 9000, 0, 0)],
    ["six thousand people of whom most leave", history(4, 6000, 9000, 100, 0.7)],
    ["nine thousand who gather on a few values", history(5, 9000, 12000, 4, 0.001)],
  ])("is exact for %s", (_, rows) => {
    const series = crowdSeries(rows);
    const last = new Map<string | number, CrowdRow>();
    let made = 0;
    for (const [i, at] of series.at.entries()) {
      for (; made < rows.length && (rows[made] as CrowdRow).madeAt <= at; made++) {
        const row = rows[made] as CrowdRow;
        last.delete(row.forecaster);
        last.set(row.forecaster, row);
      }
      if (i % 23 > 0) continue;
      const active = [...last.values()].filter((row) => (row.endedAt ?? Number.POSITIVE_INFINITY) > at);
      const { lower, median, upper } = recencyWeightedMedian(active.map((row) => row.probability));
      expect([series.lower[i], series.median[i], series.upper[i]]).toEqual([lower, median, upper]);
    }
    expect(made).toBe(rows.length);
  });

  test("does not depend on the order of the rows", () => {
    const rows = history(6, 50, 400, 100, 0.1);
    expect(crowdSeries([...rows].reverse())).toEqual(crowdSeries(rows));
  });

  test("has no value while no one stands", () => {
    const series = crowdSeries([{ forecaster: "a", madeAt: 3, endedAt: 5, probability: 0.4 }]);
    expect(series).toEqual({
      at: Float64Array.of(3, 5),
      count: Int32Array.of(1, 0),
      lower: Float64Array.of(0.4, Number.NaN),
      median: Float64Array.of(0.4, Number.NaN),
      upper: Float64Array.of(0.4, Number.NaN),
    });
  });
});

describe("the recency-weighted median", () => {
  test("by cells equals the definition by sorting", () => {
    const values = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1)), {
      minLength: 65,
      maxLength: 300,
    });
    fc.assert(
      fc.property(values, (oldestFirst) => {
        const weights = oldestFirst.map((_, k) => Math.exp(Math.sqrt(k + 1) - Math.sqrt(oldestFirst.length)));
        const { lower, median, upper } = recencyWeightedMedian(oldestFirst);
        expect([lower, median, upper]).toEqual(weightedQuantiles(oldestFirst, weights, [0.25, 0.5, 0.75]));
      }),
    );
  });

  test("lies between the least and the greatest forecast", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (oldestFirst) => {
        const { lower, median, upper } = recencyWeightedMedian(oldestFirst);
        expect(lower).toBeGreaterThanOrEqual(Math.min(...oldestFirst));
        expect(upper).toBeLessThanOrEqual(Math.max(...oldestFirst));
        expect(lower <= median && median <= upper).toBe(true);
      }),
    );
  });
});
