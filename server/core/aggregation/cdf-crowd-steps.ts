import { cdfCrowd } from "./cdf-crowd.ts";
import type { CrowdForecast, CrowdStep } from "./crowd-steps.ts";
import { standingAt } from "./standing-at.ts";

/**
 * The crowd's whole history on a numeric or date question: one step at every instant at which somebody forecast, updated or
 * withdrew.
 *
 * Formula: `cdfCrowd` of the forecasts standing at each such instant. A step costs 201 numbers for each of them.
 * Units: epoch milliseconds; as `cdfCrowd`.
 * Source: own rule; it is what submitting the same forecasts one by one leaves behind.
 *
 * @example
 * cdfCrowdSteps([{ forecaster: "a", madeAt: 1, endedAt: 5, probabilities: [0, 0.5, 1] }]).map(({ at, lowerQuartile }) => [at, lowerQuartile]); // => [[1, [0.25]], [5, []]]
 */
export function cdfCrowdSteps(forecasts: readonly CrowdForecast[]): CrowdStep[] {
  const ends = forecasts.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]));
  const changes = [...new Set([...forecasts.map(({ madeAt }) => madeAt), ...ends])].sort((a, b) => a - b);
  return changes.map((at) => {
    const standing = standingAt(forecasts, at).map(({ probabilities }) => probabilities);
    const nobody = { probabilities: [], lowerQuartile: [], upperQuartile: [], forecasters: 0 };
    return { at, ...(standing.length === 0 ? nobody : cdfCrowd(standing)) };
  });
}
