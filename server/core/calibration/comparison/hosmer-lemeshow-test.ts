import { pointsOfForecasts } from "#core/calibration/calibration-point.ts";
import { probabilityBins } from "#core/calibration/probability-bins.ts";
import { quantileOfSample } from "#core/special/quantile-of-sample.ts";
import { regularisedUpperGamma } from "#core/special/regularised-upper-gamma.ts";

/** Misses and hits of a group, as they were and as the probabilities say. */
export interface HosmerLemeshowGroup {
  readonly observed: readonly [number, number];
  readonly expected: readonly [number, number];
}

/**
 * The Hosmer–Lemeshow test over groups of about equal size, for forecasts that were not fitted to these outcomes.
 *
 * Formula: χ² = Σ (observed − expected)²/expected over misses and hits of each group (lo, hi] between type-7 quantiles; degrees of freedom = groups
 * for stated forecasts, groups − 2 for a model fitted to the same outcomes.
 * Units: counts of independent rows: show its p-value with one row per question only.
 * Errors: `argument_must_be_in_domain` without forecasts.
 * Source: D. W. Hosmer & S. Lemeshow, Communications in Statistics A9 (1980), 1043–1069.
 *
 * @example
 * hosmerLemeshowTest([{ probability: 0.5, outcome: 1 }, { probability: 0.5, outcome: 0 }], 1).chiSquare; // => 0
 */
export function hosmerLemeshowTest(forecasts: readonly { probability: number; outcome: number }[], groups: number) {
  const sorted = forecasts.map(({ probability }) => probability).sort((one, other) => one - other);
  const breaks = Array.from({ length: groups + 1 }, (_, k) => quantileOfSample(sorted, k / groups));
  const bins = probabilityBins(pointsOfForecasts(forecasts), breaks);
  const table: HosmerLemeshowGroup[] = bins.map(({ weight, rate, meanProbability }) => ({
    observed: [weight * (1 - rate), weight * rate],
    expected: [weight * (1 - meanProbability), weight * meanProbability],
  }));
  const chiSquare = table.reduce((sum, group) => sum + squaredGap(group, 0) + squaredGap(group, 1), 0);
  const tail = (degrees: number) => (degrees > 0 ? regularisedUpperGamma(degrees / 2, chiSquare / 2) : Number.NaN);
  return { chiSquare, breaks, table, pValue: tail(table.length), pValueAsFitted: tail(table.length - 2) };
}

function squaredGap({ observed, expected }: HosmerLemeshowGroup, side: 0 | 1): number {
  const gap = observed[side] - expected[side];
  return gap === 0 ? 0 : (gap * gap) / expected[side];
}
