import { normalQuantile } from "#core/special/normal-quantile.ts";
import type { CalibrationPoint } from "./calibration-point.ts";

/** Where the reliability curve of a calibrated forecaster would lie at one stated probability. */
export interface BandPoint {
  readonly probability: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The consistency band for few distinct probabilities with many forecasts at each: there every rate is its own binomial share.
 *
 * Formula: p ± z·√(p(1−p)/weight), clipped to 0..1, z = Φ⁻¹((1+level)/2).
 * Units: level in (0, 1), pointwise.
 * Source: Dimitriadis, Gneiting & Jordan (2021), the discrete asymptotic case.
 *
 * @example
 * consistencyBandDiscrete([{ probability: 1, weight: 4, outcomes: 4 }]); // => [{ probability: 1, lower: 1, upper: 1 }]
 */
export function consistencyBandDiscrete(points: readonly CalibrationPoint[], level = 0.9): BandPoint[] {
  const z = normalQuantile((1 + level) / 2);
  return points.map(({ probability, weight }) => {
    const half = z * Math.sqrt((probability * (1 - probability)) / weight);
    return { probability, lower: Math.max(0, probability - half), upper: Math.min(1, probability + half) };
  });
}
