import type { CalibrationPoint } from "./calibration-point.ts";

/** The edges of ten equal bins. */
export const TENTHS: readonly number[] = Array.from({ length: 11 }, (_, k) => k / 10);

/** The forecasts of one bin, and their means. */
export interface ProbabilityBin {
  readonly points: readonly CalibrationPoint[];
  readonly weight: number;
  readonly meanProbability: number;
  readonly rate: number;
}

/**
 * Points sorted into the bins (lo, hi] between ascending edges; the first bin takes everything up to its upper edge, the last everything above
 * its lower one. Empty bins are left out.
 *
 * Formula: bin = number of inner edges below p; mean probability Σ w·p/Σ w, rate Σ outcomes/Σ w.
 * Units: probability; weights in forecasts or questions.
 * Source: as R's `cut` and scikit-learn's `calibration_curve`.
 *
 * @example
 * probabilityBins([{ probability: 0.1, weight: 4, outcomes: 1 }], TENTHS).map((bin) => bin.rate); // => [0.25]
 */
export function probabilityBins(points: readonly CalibrationPoint[], edges: readonly number[]): ProbabilityBin[] {
  const inner = edges.slice(1, -1);
  const bins: CalibrationPoint[][] = [[], ...inner.map(() => [])];
  for (const point of points) bins[inner.filter((edge) => edge < point.probability).length]?.push(point);
  return bins.filter((bin) => bin.length > 0).map(binOf);
}

/**
 * One bin for every distinct probability, for which Murphy's decomposition is exact.
 *
 * Formula: each point is its own bin.
 * Units: probability; weights in forecasts or questions.
 * Source: definition.
 *
 * @example
 * binPerProbability([{ probability: 0.1, weight: 4, outcomes: 1 }]).map((bin) => bin.meanProbability); // => [0.1]
 */
export function binPerProbability(points: readonly CalibrationPoint[]): ProbabilityBin[] {
  return points.map((point) => ({
    points: [point],
    weight: point.weight,
    meanProbability: point.probability,
    rate: point.outcomes / point.weight,
  }));
}

function binOf(points: readonly CalibrationPoint[]): ProbabilityBin {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const moment = points.reduce((sum, point) => sum + point.weight * point.probability, 0);
  const outcomes = points.reduce((sum, point) => sum + point.outcomes, 0);
  return { points, weight, meanProbability: moment / weight, rate: outcomes / weight };
}
