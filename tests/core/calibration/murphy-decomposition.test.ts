import fc from "fast-check";
import { expect, test } from "vitest";
import { calibrationError } from "#core/calibration/calibration-error.ts";
import { pointsOfForecasts } from "#core/calibration/calibration-point.ts";
import { murphyBiasCorrection } from "#core/calibration/comparison/murphy-bias-correction.ts";
import { murphyDecomposition } from "#core/calibration/comparison/murphy-decomposition.ts";
import { brierLoss, meanLoss } from "#core/calibration/mean-loss.ts";
import { binPerProbability, probabilityBins, TENTHS } from "#core/calibration/probability-bins.ts";

const forecast = fc.record({
  probability: fc.double({ min: 0, max: 1, noNaN: true }),
  outcome: fc.integer({ min: 0, max: 1 }),
});
const points = fc.array(forecast, { minLength: 2, maxLength: 60 }).map(pointsOfForecasts);

test("the five terms add up to the mean Brier score whatever the bins", () => {
  fc.assert(
    fc.property(points, fc.constantFrom(1, 2, 3, 10), (sample, bins) => {
      const edges = Array.from({ length: bins + 1 }, (_, k) => k / bins);
      expect(murphyDecomposition(probabilityBins(sample, edges)).brier).toBeCloseTo(meanLoss(sample, brierLoss), 12);
    }),
  );
});

test("with one bin per probability nothing varies within a bin", () => {
  fc.assert(
    fc.property(points, (sample) => {
      const parts = murphyDecomposition(binPerProbability(sample));
      expect(parts.withinBinVariance).toBe(0);
      expect(parts.withinBinCovariance).toBeCloseTo(0, 15);
    }),
  );
});

test("the correction leaves reliability − resolution + uncertainty as it was", () => {
  fc.assert(
    fc.property(points, fc.boolean(), (sample, keepsRange) => {
      const bins = probabilityBins(sample, TENTHS);
      const parts = murphyDecomposition(bins);
      const corrected = murphyBiasCorrection(parts, bins, { keepsRange });
      const total = (p: typeof corrected) => p.reliability - p.resolution + p.uncertainty;
      expect(total(corrected)).toBeCloseTo(total(parts), 12);
    }),
  );
});

test("the correction that keeps the range leaves no part outside of it", () => {
  fc.assert(
    fc.property(points, (sample) => {
      const bins = probabilityBins(sample, TENTHS);
      const corrected = murphyBiasCorrection(murphyDecomposition(bins), bins, { keepsRange: true });
      expect(corrected.reliability).toBeGreaterThanOrEqual(-1e-12);
      expect(corrected.resolution).toBeGreaterThanOrEqual(-1e-12);
      expect(corrected.uncertainty).toBeLessThanOrEqual(0.25 + 1e-12);
    }),
  );
});

test("the expected calibration error never exceeds the largest one", () => {
  fc.assert(
    fc.property(points, (sample) => {
      const { expected, maximum } = calibrationError(probabilityBins(sample, TENTHS));
      expect(expected).toBeLessThanOrEqual(maximum + 1e-12);
    }),
  );
});
