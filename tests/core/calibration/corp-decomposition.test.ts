import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalibrationPoint, pointsOfForecasts } from "#core/calibration/calibration-point.ts";
import { isotonicValue } from "#core/calibration/comparison/isotonic-value.ts";
import { corpDecomposition } from "#core/calibration/corp-decomposition.ts";
import { isotonicBlocks } from "#core/calibration/isotonic-blocks.ts";
import { brierLoss, logLoss } from "#core/calibration/mean-loss.ts";

const forecast = fc.record({
  probability: fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
  outcome: fc.integer({ min: 0, max: 1 }),
  weight: fc.integer({ min: 1, max: 5 }),
});
const forecasts = fc.array(forecast, { minLength: 1, maxLength: 60 });

const squaredError = (points: readonly CalibrationPoint[], curve: (probability: number) => number) =>
  points.reduce((sum, { probability, weight, outcomes }) => {
    const value = curve(probability);
    return sum + outcomes * (1 - value) ** 2 + (weight - outcomes) * value ** 2;
  }, 0);

test("no non-decreasing curve is closer to the outcomes than the pooled one", () => {
  const steps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 99, maxLength: 99 });
  fc.assert(
    fc.property(forecasts, steps, (rows, heights) => {
      const points = pointsOfForecasts(rows);
      const blocks = isotonicBlocks(points);
      const rising = [...heights].sort((one, other) => one - other);
      const best = squaredError(points, (probability) => isotonicValue(blocks, probability));
      const rival = squaredError(points, (probability) => rising[Math.round(probability * 100) - 1]!);
      expect(best).toBeLessThanOrEqual(rival + 1e-9);
    }),
  );
});

test("a nudge to any one block that keeps the curve rising does not bring it closer", () => {
  fc.assert(
    fc.property(forecasts, fc.nat(), fc.constantFrom(-1e-3, 1e-3), (rows, pick, nudge) => {
      const points = pointsOfForecasts(rows);
      const blocks = isotonicBlocks(points);
      const nudged = blocks.map((block, i) =>
        i === pick % blocks.length ? { ...block, rate: block.rate + nudge } : block,
      );
      const loss = (curve: typeof blocks) => squaredError(points, (probability) => isotonicValue(curve, probability));
      expect(loss(blocks)).toBeLessThanOrEqual(loss(nudged));
    }),
  );
});

test("the curve rises strictly from block to block and each rate is its block's own", () => {
  fc.assert(
    fc.property(forecasts, (rows) => {
      const blocks = isotonicBlocks(pointsOfForecasts(rows));
      for (const [i, block] of blocks.slice(1).entries()) expect(block.rate).toBeGreaterThan(blocks[i]!.rate);
      for (const { lowest, highest, rate } of blocks) {
        const members = rows.filter(({ probability }) => probability >= lowest && probability <= highest);
        const weight = members.reduce((sum, row) => sum + row.weight, 0);
        expect(rate).toBeCloseTo(members.reduce((sum, row) => sum + row.weight * row.outcome, 0) / weight, 12);
      }
    }),
  );
});

test.each([
  ["Brier", brierLoss],
  ["log", logLoss],
])("with the %s loss no part is negative and the score is miscalibration − discrimination + uncertainty", (_, loss) => {
  fc.assert(
    fc.property(forecasts, (rows) => {
      const { score, miscalibration, discrimination, uncertainty } = corpDecomposition(pointsOfForecasts(rows), loss);
      expect(miscalibration).toBeGreaterThanOrEqual(0);
      expect(discrimination).toBeGreaterThanOrEqual(0);
      expect(score).toBeCloseTo(miscalibration - discrimination + uncertainty, 12);
    }),
  );
});

test("the order of the forecasts does not matter", () => {
  fc.assert(
    fc.property(forecasts, (rows) => {
      expect(pointsOfForecasts([...rows].reverse())).toEqual(pointsOfForecasts(rows));
    }),
  );
});

test("between two blocks the curve is read off on the straight line", () => {
  const blocks = isotonicBlocks(
    pointsOfForecasts([
      { probability: 0.2, outcome: 0 },
      { probability: 0.6, outcome: 1 },
    ]),
  );
  const read = [0, 0.2, 0.3, 0.6, 1].map((probability) => isotonicValue(blocks, probability));
  for (const [i, value] of [0, 0, 0.25, 1, 1].entries()) expect(read[i]).toBeCloseTo(value, 12);
});

test("no forecasts, no decomposition", () => expect(() => corpDecomposition([])).toThrow("needs forecasts"));
