import type { CalibrationPoint } from "./calibration-point.ts";
import { type BandPoint, consistencyBandDiscrete } from "./consistency-band-discrete.ts";
import { consistencyBandResampled } from "./consistency-band-resampled.ts";

/**
 * The consistency band that fits the data: resampled, or in closed form when there are few distinct probabilities and many forecasts.
 *
 * Formula: discrete when n > max(1000, min(5000, 50·d)) and n ≥ 8·d², d the number of distinct probabilities; else resampled.
 * Units: level in (0, 1), pointwise; n in questions.
 * Source: the rule of thumb of Dimitriadis, Gneiting & Jordan (2021), with resampling kept where they turn to a looser bound.
 *
 * @example
 * consistencyBand([{ probability: 0, weight: 9000, outcomes: 0 }], { seed: "s" }); // => [{ probability: 0, lower: 0, upper: 0 }]
 */
export function consistencyBand(
  points: readonly CalibrationPoint[],
  options: { seed: string; level?: number; resamples?: number },
): BandPoint[] {
  const distinct = points.length;
  const count = points.reduce((sum, point) => sum + point.weight, 0);
  const isLarge = count > Math.max(1000, Math.min(5000, 50 * distinct));
  if (isLarge && count >= 8 * distinct * distinct) return consistencyBandDiscrete(points, options.level);
  return consistencyBandResampled(points, options);
}
