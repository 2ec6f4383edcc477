import { describe, expect, test } from "vitest";
import { activeAt } from "#core/aggregation/active-at.ts";
import { cdfCrowdSeries } from "#core/aggregation/cdf-crowd-series.ts";

const below = (location: number) =>
  [0, 0.25, 0.5, 0.75, 1].map((x) => Math.min(1, Math.max(0, (x - location) * 4 + 0.5)));
const row = (forecaster: string, madeAt: number, location: number, endedAt: number | null = null) => {
  return { forecaster, madeAt, endedAt, cdf: below(location) };
};

describe("who stands at an instant", () => {
  test("is each forecaster's last row, unless it was withdrawn, oldest update first", () => {
    const rows = [row("b", 2, 0.5), row("a", 2, 0.5), row("c", 1, 0.5, 4), row("b", 3, 0.5), row("d", 9, 0.5)];
    expect(activeAt(rows, 3).map(({ forecaster }) => forecaster)).toEqual(["c", "a", "b"]);
    expect(activeAt(rows, 4).map(({ forecaster }) => forecaster)).toEqual(["a", "b"]);
  });

  test("is no one when a forecaster's last row has ended, whatever they said before", () => {
    expect(activeAt([row("a", 1, 0.5), row("a", 2, 0.5, 3)], 5)).toEqual([]);
  });
});

describe("the crowd's history of CDFs", () => {
  test("follows the pool through comings, updates and withdrawals", () => {
    const series = cdfCrowdSeries([row("a", 1, 0.25), row("b", 2, 0.75, 6), row("a", 4, 0.75)]);
    expect([...series.at]).toEqual([1, 2, 4, 6]);
    expect([...series.count]).toEqual([1, 2, 2, 1]);
    expect(series.median[0]).toBeCloseTo(0.25, 12);
    expect(series.median[2]).toBeCloseTo(0.75, 12);
    expect(series.lower[1]).toBeLessThan(0.5);
    expect(series.upper[1]).toBeGreaterThan(0.5);
  });

  test("is read at no more instants than asked for, and always at the last", () => {
    const rows = Array.from({ length: 50 }, (_, i) => row("a", i, 0.5));
    const series = cdfCrowdSeries(rows, 7);
    expect(series.at.length).toBe(7);
    expect(series.at.at(-1)).toBe(49);
  });
});
