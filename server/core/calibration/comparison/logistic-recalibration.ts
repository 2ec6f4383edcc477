import type { CalibrationPoint } from "#core/calibration/calibration-point.ts";
import { ensureArgument } from "#core/errors.ts";

const MAX_STEPS = 100;

/**
 * The straight line in log-odds that recalibrates the forecasts best: intercept 0 and slope 1 mean calibrated, a slope below 1 over-confident.
 *
 * Formula: maximum likelihood of logit P(y) = α + β·logit p, by Newton's method.
 * Units: log-odds. The slope is infinite when a threshold separates all outcomes; the search then stops where the steps do.
 * Errors: `argument_must_be_in_domain` with fewer than two distinct probabilities, or one at 0 or 1.
 * Source: D. R. Cox, Biometrika 45 (1958), 562–565.
 *
 * @example
 * logisticRecalibration([{ probability: 0.25, weight: 4, outcomes: 1 }, { probability: 0.75, weight: 4, outcomes: 3 }]).slope.toFixed(9); // => "1.000000000"
 */
export function logisticRecalibration(points: readonly CalibrationPoint[]): { intercept: number; slope: number } {
  ensureArgument(
    points.length > 1 && points.every(({ probability }) => probability > 0 && probability < 1),
    "A recalibration line needs two distinct probabilities between 0 and 1.",
  );
  let [intercept, slope] = [0, 1];
  for (let step = 0; step < MAX_STEPS; step++) {
    const [byIntercept, bySlope] = newtonStep(points, intercept, slope);
    intercept += byIntercept;
    slope += bySlope;
    if (Math.abs(byIntercept) + Math.abs(bySlope) < 1e-13) break;
  }
  return { intercept, slope };
}

function newtonStep(points: readonly CalibrationPoint[], intercept: number, slope: number): [number, number] {
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
  for (const { probability, weight, outcomes } of points) {
    const x = Math.log(probability / (1 - probability));
    const fitted = 1 / (1 + Math.exp(-intercept - slope * x));
    const curvature = weight * fitted * (1 - fitted);
    g0 += outcomes - weight * fitted;
    g1 += (outcomes - weight * fitted) * x;
    h00 += curvature;
    h01 += curvature * x;
    h11 += curvature * x * x;
  }
  const determinant = h00 * h11 - h01 * h01;
  if (!(determinant > 0)) return [0, 0];
  return [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
}
