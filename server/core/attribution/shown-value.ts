import type { ForecastKind } from "#core/forecast/forecast-kind.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";

/**
 * The one number by which what somebody says is followed through time: the probability of one answer, or the median of a
 * distribution over a range.
 *
 * Formula: p_k of answer k, 0 being "yes" of a yes/no question; of a CDF the location m with F(m) = ½.
 * Units: probability 0..1, or location 0..1 of the range (`valueAtLocation`).
 *
 * @example
 * shownValue("multiple_choice", [0.2, 0.8], 1); // => 0.8
 */
export function shownValue(kind: ForecastKind, stated: readonly number[], option: number): number | null {
  return kind === "continuous" ? cdfQuantile(stated, 0.5) : (stated[option] ?? null);
}
