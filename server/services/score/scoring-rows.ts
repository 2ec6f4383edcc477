import type { ForecastRow, ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import type { TimedForecast } from "#services/forecast/load-forecast-rows.ts";

/** Stored forecasts in the shape that scoring reads: a yes/no forecast is one number. */
export function scoringRows({ type }: ResolvedQuestion, rows: readonly TimedForecast[]): ForecastRow[] {
  return rows.map(({ probabilities, ...row }) => ({
    ...row,
    forecast: type === "binary" ? (probabilities[0] ?? Number.NaN) : probabilities,
  }));
}
