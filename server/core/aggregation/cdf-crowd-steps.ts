import { activeChanges } from "./active-changes.ts";
import { cdfCrowdOf } from "./cdf-crowd.ts";
import type { CrowdForecast, CrowdStep } from "./crowd-state.ts";
import { RecencyMean } from "./recency-mean.ts";

/**
 * The crowd's whole history on a numeric or date question: one step at every instant at which somebody forecast, updated or
 * withdrew.
 *
 * Formula: `cdfCrowd` of the forecasts active at each such instant, kept by a `RecencyMean` of 201 points: exactly while a few hundred
 * stand, within 1e-9 above. O(F log F) to order, then 201·O(n^¼) a step.
 * Units: epoch milliseconds; as `cdfCrowd`.
 * Source: own rule; it is what submitting the same forecasts one by one leaves behind.
 *
 * @example
 * cdfCrowdSteps([{ forecaster: "a", madeAt: 1, endedAt: 5, probabilities: [0, 0.5, 1] }]).map(({ at, lowerQuartile }) => [at, lowerQuartile]); // => [[1, [0.25]], [5, []]]
 */
export function cdfCrowdSteps(forecasts: readonly CrowdForecast[]): CrowdStep[] {
  const pool = new RecencyMean(forecasts[0]?.probabilities.length ?? 0);
  return activeChanges(forecasts).map(({ at, begun, ended }) => {
    for (const { forecaster } of ended) pool.without(forecaster);
    for (const { forecaster, probabilities } of begun) pool.with(forecaster, probabilities);
    const nobody = { probabilities: [], lowerQuartile: [], upperQuartile: [], forecasters: 0 };
    return { at, ...(pool.count === 0 ? nobody : cdfCrowdOf(pool.mean(), pool.count)) };
  });
}
