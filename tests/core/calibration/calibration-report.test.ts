import { expect, test } from "vitest";
import type { CalibrationCell } from "#core/calibration/calibration-cell.ts";
import { calibrationReport } from "#core/calibration/calibration-report.ts";
import { cellOfProbability } from "#core/calibration/cell-of-probability.ts";
import { randomSequence } from "#core/random/random-sequence.ts";

const UNIT = 1_000_000_000n;

function cellsOf(count: number, rateOf: (probability: number) => number): { cells: CalibrationCell[]; brier: number } {
  const random = randomSequence("report");
  const rows = Array.from({ length: count }, () => {
    const probability = random.next();
    return { probability, outcome: random.next() < rateOf(probability) ? 1 : 0 };
  });
  const cells = [...Map.groupBy(rows, ({ probability }) => cellOfProbability(probability))].map(([cell, own]) => ({
    cell,
    weightNanos: UNIT * BigInt(own.length),
    outcomeNanos: UNIT * BigInt(own.filter(({ outcome }) => outcome === 1).length),
  }));
  return { cells, brier: rows.reduce((sum, row) => sum + (row.probability - row.outcome) ** 2, 0) / count };
}

test("the cells' Brier score is within its stated bound of the forecasts' own", () => {
  const { cells, brier } = cellsOf(3000, (probability) => probability);
  const report = calibrationReport(cells, { seed: "s", resolvedQuestions: 3000, resamples: 20 });
  expect(Math.abs(report!.corp.score - brier)).toBeLessThan(0.001);
  expect(report!.murphy.brier).toBeCloseTo(report!.corp.score, 12);
});

test("an over-confident forecaster shows more miscalibration than a calibrated one", () => {
  const miscalibration = (rateOf: (probability: number) => number) =>
    calibrationReport(cellsOf(3000, rateOf).cells, { seed: "s", resolvedQuestions: 3000, resamples: 20 })!.corp
      .miscalibration;
  expect(miscalibration((p) => 0.25 + p / 2)).toBeGreaterThan(3 * miscalibration((p) => p));
});

test("the curve comes first from a hundred resolved questions on", () => {
  const { cells } = cellsOf(50, (probability) => probability);
  const primary = (resolvedQuestions: number) =>
    calibrationReport(cells, { seed: "s", resolvedQuestions, resamples: 5 })!.primary;
  expect([primary(99), primary(100)]).toEqual(["bins", "curve"]);
});
