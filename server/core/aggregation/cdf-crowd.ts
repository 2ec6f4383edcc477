import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import { cdfPool } from "./cdf-pool.ts";
import type { CrowdState } from "./crowd-state.ts";

/**
 * The crowd of the active forecasts of a numeric or date question, given oldest update first: the pooled CDF, and the
 * locations of its quartiles.
 *
 * Formula: `cdfPool`; the locations of 0.25 and 0.75 in it.
 * Units: probabilities at even locations of the range; quartiles as locations 0..1.
 * Source: own rule.
 *
 * @example
 * cdfCrowd([[0, 0.5, 1]]); // => { probabilities: [0, 0.5, 1], lowerQuartile: [0.25], upperQuartile: [0.75], forecasters: 1 }
 */
export function cdfCrowd(oldestFirst: readonly (readonly number[])[]): CrowdState {
  return cdfCrowdOf(cdfPool(oldestFirst), oldestFirst.length);
}

/** The same of a pool that is known already. */
export function cdfCrowdOf(pool: ArrayLike<number>, forecasters: number): CrowdState {
  return {
    probabilities: Array.from(pool),
    lowerQuartile: [cdfQuantile(pool, 0.25)],
    upperQuartile: [cdfQuantile(pool, 0.75)],
    forecasters,
  };
}
