import type { ForecastKind } from "#core/forecast/forecast-kind.ts";
import { cdfCrowdSteps } from "./cdf-crowd-steps.ts";
import { type CrowdSeries, crowdSeriesOf } from "./crowd-series.ts";
import type { CrowdForecast, CrowdState, CrowdStep } from "./crowd-state.ts";
import { normalisedOptions } from "./normalised-options.ts";

/**
 * The crowd's whole history: one step at every instant at which somebody forecast, updated or withdrew.
 *
 * Formula: `crowdOfActive` of the forecasts active at each such instant, in order of (made, forecaster), by way of one
 * `crowdSeries` for each option, so that a hundred thousand forecasts take about a second and not hours; CDFs by `cdfCrowdSteps`.
 * Units: epoch milliseconds, probabilities 0..1.
 * Source: own rule; it is what submitting the same forecasts one by one leaves behind.
 *
 * @example
 * crowdSteps("binary", [{ forecaster: "a", madeAt: 1, endedAt: 5, probabilities: [0.25] }]).map(({ at, forecasters }) => [at, forecasters]); // => [[1, 1], [5, 0]]
 */
export function crowdSteps(kind: ForecastKind, forecasts: readonly CrowdForecast[]): CrowdStep[] {
  const options = forecasts[0]?.probabilities.length ?? 0;
  if (kind === "continuous") return cdfCrowdSteps(forecasts);
  const names = [...new Set(forecasts.map(({ forecaster }) => forecaster))].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = {
    forecaster: Int32Array.from(forecasts, ({ forecaster }) => index.get(forecaster) as number),
    madeAt: Float64Array.from(forecasts, ({ madeAt }) => madeAt),
    endedAt: Float64Array.from(forecasts, ({ endedAt }) => endedAt ?? Number.POSITIVE_INFINITY),
  };
  const series = Array.from({ length: options }, (_, k) => {
    const probability = Float64Array.from(forecasts, ({ probabilities }) => probabilities[k] as number);
    return crowdSeriesOf({ ...rows, probability }, names.length);
  });
  return Array.from(series[0]?.at ?? [], (at, step) => ({ at, ...stateAt(kind, series, step) }));
}

function stateAt(kind: ForecastKind, series: readonly CrowdSeries[], step: number): CrowdState {
  const forecasters = series[0]?.count[step] as number;
  if (forecasters === 0) return { probabilities: [], lowerQuartile: [], upperQuartile: [], forecasters };
  const quantiles = series.map(({ lower, median, upper }) => {
    return { lower: lower[step] as number, median: median[step] as number, upper: upper[step] as number };
  });
  const options = kind === "binary" ? quantiles : normalisedOptions(quantiles).filter((option) => option !== null);
  return {
    probabilities: options.map(({ median }) => median),
    lowerQuartile: options.map(({ lower }) => lower),
    upperQuartile: options.map(({ upper }) => upper),
    forecasters,
  };
}
