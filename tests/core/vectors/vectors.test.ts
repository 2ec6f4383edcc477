import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkVectors } from "./check-vectors.ts";
import { difference } from "./difference.ts";
import type { VectorCase } from "./vector-case.ts";

const FILE = "../shared/vectors/scoring-vectors.json";
const present = existsSync(FILE);
if (!present) console.warn(`SKIPPED: ${FILE} is not there, so the published vectors were not checked.`);

describe.skipIf(!present)("the published vectors", () => {
  const cases = present ? (JSON.parse(readFileSync(FILE, "utf8")) as VectorCase[]) : [];
  const report = checkVectors(cases);

  test("all agree with what the core computes", () => {
    expect(cases.length).toBeGreaterThan(400);
    expect(report.failures).toEqual([]);
  });

  test("are served but for fewer than 25 cases, each family with its reason", () => {
    const unserved = [...report.skipped.values()];
    expect(unserved.reduce((sum, { cases: n }) => sum + n, 0)).toBeLessThan(25);
    for (const { reason } of unserved) expect(reason).not.toBe("no function is mapped to this family");
  });
});

/** Four forecasts whose two halves and four quarters decompose differently. */
const SAMPLE = { p: [0.125, 0.375, 0.625, 0.875], y: [0, 1, 0, 1] };

function failuresOf(...cases: { id: string; inputs: unknown; expected: unknown; [field: string]: unknown }[]) {
  return checkVectors(cases.map((one) => ({ area: "x", tolerance: 1e-12, ...one }) as unknown as VectorCase)).failures;
}

describe("a case of a vectors file", () => {
  test("is computed with the bins that it states", () => {
    expect(
      failuresOf(
        { id: "murphy-4", inputs: { ...SAMPLE, bins: 4 }, expected: { REL: 0.203125, RES: 0.25, WBV: 0 } },
        { id: "murphy-2", inputs: { ...SAMPLE, bins: 2 }, expected: { REL: 0.0625, RES: 0, WBV: 0.015625 } },
        { id: "murphy-e", inputs: { ...SAMPLE, bins: [0, 0.75, 1] }, expected: { RES: 1 / 12 } },
        { id: "ece-2", inputs: { ...SAMPLE, bins: 2 }, expected: { ECE: 0.25 } },
        { id: "ece-4", inputs: { ...SAMPLE, bins: 4 }, expected: { ECE: 0.375 } },
        { id: "murphy-v", inputs: { ...SAMPLE, bins: "one per distinct forecast value" }, expected: { RES: 0.25 } },
      ),
    ).toEqual([]);
  });

  test("is computed with the weights, outcomes, bounds and methods that it states", () => {
    const cdf = (text: string, more = {}) => ({ id: "metaculus-cdf-validation-x", inputs: { cdf: text, ...more } });
    expect(
      failuresOf(
        { id: "ece-w", inputs: { p: [0, 0], y: [0, 1], weight: [3, 1], bins: 1 }, expected: { ECE: 0.25 } },
        {
          id: "gjo-no",
          inputs: { days: 1, outcome: 0, forecasts: { A: [[1, 0.25]] } },
          expected: { medianPerDay: [0.125] },
        },
        {
          id: "timeweighted-brier-fractional-day",
          inputs: { segments: [[0, 1, 0.25]], horizon: 1, outcome: 0 },
          expected: { properTimeWeightedBrier02: 0.125 },
        },
        {
          id: "metaculus-faq-five-days-total",
          inputs: { dailyProbabilities: [0.5], outcome: 0 },
          expected: { average: 0 },
        },
        {
          id: "metaculus-reputation-2",
          inputs: {
            peerScores: [
              [30, 1],
              [33, 1],
            ],
            count: 2,
          },
          expected: { reputation: 63 / 32 },
        },
        { ...cdf("20 zero steps then equal steps"), expected: ["min-step"] },
        { ...cdf("one step of 0.1"), expected: "ok" },
        {
          id: "metaculus-continuous-peer",
          inputs: { cdfs: ["x", "x"], grid: "x=i/4, i=0..4", resolutionBucket: 2 },
          expected: [0, 0],
        },
        {
          id: "metaculus-agg-continuous",
          inputs: {
            cdfsOldestFirst: [
              [0, 0.25, 1],
              [0, 0.5, 1],
              [0, 0.75, 1],
            ],
            method: "unweighted",
          },
          expected: { cdf: [0, 0.5, 1] },
        },
      ),
    ).toEqual([]);
  });

  test.each([
    ["an input that nothing uses", "brier-binary-x", { p: 0.5, outcome: 1, weight: 2 }, "weight"],
    [
      "an input of one row",
      "brier-peer",
      { rows: [{ forecaster: "A", question: "q", p: 1, outcome: 1, w: 2 }] },
      "rows[0].w",
    ],
    ["weights where counts are asked for", "hosmer-lemeshow", { ...SAMPLE, groups: 2, weight: [1, 1, 1, 1] }, "weight"],
    [
      "a second forecast in another form",
      "metaculus-geometric-means-",
      {
        forecasts: [{ startDay: 0, endDay: null, probs: [0.5, 0.5], cdfLinspace: [0, 1, 3] }],
      },
      "forecasts[0].cdfLinspace",
    ],
    ["other bounds", "clip-", { p: 0, bounds: [0.01, 0.99] }, "bounds"],
    ["another rule for bins", "ece", { ...SAMPLE, bins: 2, binRule: "[lo,hi)" }, "binRule"],
    [
      "another function",
      "metaculus-preopen-peer",
      {
        function: "evaluate_forecasts_peer_spot_forecast",
        forecasts: [],
        openDay: 0,
        actualCloseDay: 1,
        scheduledCloseDay: 1,
      },
      "function",
    ],
    [
      "another method",
      "metaculus-agg-recency-",
      { method: "mean", type: "binary", forecastsOldestFirst: [] },
      "method",
    ],
    ["another score", "corp-log", { ...SAMPLE, score: "spherical" }, "score"],
    ["a CDF in words nobody knows", "metaculus-cdf-validation-", { cdf: "three humps" }, "three humps"],
    ["a data set that is not there", "murphy-", { dataset: "D9" }, "dataset-D9"],
    ["another kind of board", "metaculus-leaderboard", { type: "relative", scores: [] }, "type"],
    ["a side that is neither", "lmsr-telescoping", { b: 1, prices: [0.5, 0.6], outcome: "MAYBE" }, "outcome"],
  ])("fails by name over %s", (_, id, inputs, name) => {
    expect(failuresOf({ id, inputs, expected: {} })).toEqual([expect.stringContaining(name)]);
  });

  test("fails by name over a field of its own that is unknown or missing", () => {
    const half = { id: "brier-binary-x", inputs: { p: 0.5, outcome: 1 } };
    expect(failuresOf({ ...half, expected: { brier01: 0.25 }, options: {} })[0]).toContain("options");
    expect(failuresOf({ ...half, expected: { brier01: 0.25 }, tolerance: "small" })[0]).toContain("tolerance");
  });

  test("fails where it expects nothing, or a null that nothing computes", () => {
    const half = { id: "brier-binary-x", inputs: { p: 0.5, outcome: 1 } };
    expect(failuresOf({ ...half, expected: {} })[0]).toContain("expects nothing");
    expect(failuresOf({ ...half, expected: { brier03: null } })[0]).toContain("brier03");
  });
});

describe("a comparison", () => {
  test("sees a number outside its tolerance, a missing key and a wrong length", () => {
    expect(difference({ a: 1 }, { a: 1.1 }, 0.05)).toContain("value.a");
    expect(difference({}, { a: 1 }, 1)).toContain("value.a");
    expect(difference([1], [1, 2], 1)).toContain("1 entries");
    expect(difference(Number.NEGATIVE_INFINITY, "-Infinity", 0)).toBeNull();
    expect(difference(Number.NaN, null, 0)).toBeNull();
    expect(difference(0, null, 0)).not.toBeNull();
  });
});
