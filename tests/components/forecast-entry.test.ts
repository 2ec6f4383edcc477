import { describe, expect, test } from "vitest";
import { oddsText, probabilityOfOdds } from "#app/_forecasts/odds.ts";
import { percentSum, scaledToWhole } from "#app/_forecasts/scaled-to-whole.ts";
import {
  nearestPercent,
  percentField,
  restingPercent,
  statablePercent,
  steppedPercent,
  typedPercent,
} from "#app/_forecasts/stated-percent.ts";

describe("odds", () => {
  test.each([
    [0.5, "1 : 1"],
    [0.75, "3 : 1"],
    [0.05, "1 : 19"],
    [0.6, "1.5 : 1"],
    [0.999, "999 : 1"],
    [0.43, "1 : 1.3"],
  ])("%d are told as %s", (probability, text) => expect(oddsText(probability)).toBe(text));

  test.each([
    ["3 : 1", 0.75],
    ["3/1", 0.75],
    ["1 to 3", 0.25],
    ["3", 0.75],
    ["1,5:1", 0.6],
  ])("%s is understood", (text, probability) => expect(probabilityOfOdds(text)).toBeCloseTo(probability, 12));

  test.each(["", "x", "0:1", "1:0", "-1:2", "1:2:3"])("%j says no odds", (text) =>
    expect(probabilityOfOdds(text)).toBeNull(),
  );
});

describe("a stated percentage", () => {
  test("steps by one, and by a tenth near the ends, within the bounds", () => {
    expect([43, 2, 98, 99.9].map((percent) => steppedPercent(percent, 1))).toEqual([44, 3, 98.1, 99.9]);
    expect([43, 2, 98, 0.1].map((percent) => steppedPercent(percent, -1))).toEqual([42, 1.9, 97, 0.1]);
    expect([steppedPercent(43, 1, true), steppedPercent(95, 1, true)]).toEqual([53, 99.9]);
    expect([steppedPercent(43.5, 1), steppedPercent(43.5, -1)]).toEqual([44, 43]);
  });

  test("a slider rests on whole percents, on tenths near the ends", () => {
    expect([43.4, 1.26, 98.77, 0].map(restingPercent)).toEqual([43, 1.3, 98.8, 0.1]);
  });

  test("is read with or without its sign, with point or comma", () => {
    expect(["43", "43 %", "0,5", ".5", "99.9%"].map(typedPercent)).toEqual([43, 43, 0.5, 0.5, 99.9]);
    expect(["", "x", "4 3", "-4", "%"].map(typedPercent)).toEqual([null, null, null, null, null]);
    expect([43, 0.5, 33.30000001, 33.33].map(percentField)).toEqual(["43", "0.5", "33.3", "33.33"]);
  });

  test("is taken as typed, or not at all", () => {
    expect(["99.9", "0.1", "33.33", "12.345"].map(statablePercent)).toEqual([99.9, 0.1, 33.33, 12.345]);
    expect(["100", "99.95", "0.05", "0"].map(statablePercent)).toEqual([null, null, null, null]);
    expect([0, 0.0004, 0.5, 1].map(nearestPercent)).toEqual([0.1, 0.1, 50, 99.9]);
  });
});

describe("options", () => {
  test.each([
    [[1, 1, 1]],
    [[0, 0, 0]],
    [[90, 30, 0]],
    [[100, 0, 0, 0, 0]],
    [[33.3, 33.3, 33.4]],
    [[0.1, 7, 12, 55, 3, 8]],
  ])("%j scaled sum to exactly 100, and none falls below 0.1", (percents) => {
    const scaled = scaledToWhole(percents);
    expect(percentSum(scaled)).toBe(100);
    expect(Math.min(...scaled)).toBeGreaterThanOrEqual(0.1);
    expect(Math.max(...scaled)).toBeLessThanOrEqual(99.9);
  });

  test("what sums to 100 already stays as it is, within a tenth", () => {
    const stated = [50, 30, 20];
    for (const [k, percent] of scaledToWhole(stated).entries()) {
      expect(Math.abs(percent - (stated[k] ?? 0))).toBeLessThanOrEqual(0.2);
    }
    expect(percentSum([33.3, 33.3, 33.4])).toBe(100);
    expect(percentSum([33.33, 33.33, 33.33])).toBe(99.99);
  });
});
