import { quantileOfSample } from "#core/special/quantile-of-sample.ts";

/** The range in which the middle part of some values lies. */
export interface PercentileInterval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The percentile interval of bootstrap replicates.
 *
 * Formula: the (1−level)/2 and (1+level)/2 quantiles, linear between order statistics.
 * Units: those of the values; level in (0, 1).
 * Errors: `argument_must_be_in_domain` without values.
 * Source: B. Efron & R. J. Tibshirani, An Introduction to the Bootstrap (1993), ch. 13.
 *
 * @example
 * percentileInterval([3, 1, 2], 0.5); // => { lower: 1.5, upper: 2.5 }
 */
export function percentileInterval(replicates: ArrayLike<number>, level = 0.95): PercentileInterval {
  const sorted = Float64Array.from(replicates).sort();
  return { lower: quantileOfSample(sorted, (1 - level) / 2), upper: quantileOfSample(sorted, (1 + level) / 2) };
}
