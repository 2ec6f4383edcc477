import type { ForecastKind } from "#core/forecast/forecast-kind.ts";
import { cdfCrowd } from "./cdf-crowd.ts";
import type { CrowdState } from "./crowd-state.ts";
import { optionCrowd } from "./option-crowd.ts";
import { recencyWeightedMedian } from "./recency-weighted-median.ts";

/**
 * The crowd of the active forecasts, given oldest update first.
 *
 * Formula: the recency-weighted median and quartiles; for a multiple choice by option, with the medians made to sum to 1;
 * for CDFs `cdfCrowd`.
 * Units: probabilities 0..1.
 * Source: Metaculus, recency-weighted median of the community prediction; made to sum to 1 by an own rule.
 *
 * @example
 * crowdOfActive("binary", [[0.25], [0.5]]); // => { probabilities: [0.375], lowerQuartile: [0.25], upperQuartile: [0.5], forecasters: 2 }
 */
export function crowdOfActive(kind: ForecastKind, oldestFirst: readonly (readonly number[])[]): CrowdState {
  const forecasters = oldestFirst.length;
  if (forecasters === 0) return { probabilities: [], lowerQuartile: [], upperQuartile: [], forecasters };
  if (kind === "binary") {
    const { lower, median, upper } = recencyWeightedMedian(oldestFirst.map(([probability]) => probability as number));
    return { probabilities: [median], lowerQuartile: [lower], upperQuartile: [upper], forecasters };
  }
  if (kind === "continuous") return cdfCrowd(oldestFirst);
  // Options are fixed at opening, so every forecast knows every one of them: nothing here is null.
  const { median, lower, upper } = optionCrowd(oldestFirst) as Record<"median" | "lower" | "upper", number[]>;
  return { probabilities: median, lowerQuartile: lower, upperQuartile: upper, forecasters };
}
