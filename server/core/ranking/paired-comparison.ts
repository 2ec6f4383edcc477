import { ensureArgument } from "#core/errors.ts";
import { type PercentileInterval, percentileInterval } from "./percentile-interval.ts";
import { MIN_GROUPS, questionResamples } from "./question-resamples.ts";
import { resampledMean } from "./resampled-mean.ts";

/** What the questions that both answered say about A against B. */
export interface PairedComparison {
  readonly meanDifference: number;
  /** Null below 30 question groups. */
  readonly interval: PercentileInterval | null;
  /** Two-sided: how easily chance alone would put the mean this far from 0. */
  readonly pValue: number;
}

/**
 * Whether A is above B, judged on the same question groups only.
 *
 * Formula: mean of the differences d_g; percentile interval over resamples of groups; p-value min(1, 2·(1 + min(#{d* ≤ 0}, #{d* ≥ 0}))/(1 + resamples)).
 * Units: those of the scores; one difference per group that both answered.
 * Errors: `argument_must_be_in_domain` without a common group.
 * Source: paired cluster bootstrap; the +1 as in Davison & Hinkley (1997), §4.2.
 *
 * @example
 * pairedComparison([0, 0], { seed: "s" }).pValue; // => 1
 */
export function pairedComparison(
  differences: readonly number[],
  { seed, resamples = 2000, level = 0.95 }: { seed: string; resamples?: number; level?: number },
): PairedComparison {
  ensureArgument(differences.length > 0, "A comparison needs a question that both answered.");
  const means: number[] = [];
  for (const times of questionResamples(differences.length, { seed, resamples })) {
    means.push(resampledMean(differences, times));
  }
  const below = means.filter((mean) => mean <= 0).length;
  const above = means.filter((mean) => mean >= 0).length;
  return {
    meanDifference: differences.reduce((sum, difference) => sum + difference, 0) / differences.length,
    interval: differences.length < MIN_GROUPS ? null : percentileInterval(means, level),
    pValue: Math.min(1, (2 * (1 + Math.min(below, above))) / (1 + resamples)),
  };
}
