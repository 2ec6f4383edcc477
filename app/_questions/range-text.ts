import { dayText, monthText, shortDayText } from "#app/_components/instant-text.ts";
import { compactText, numberText } from "#app/_components/number-text.ts";
import type { QuestionRange } from "#core/question/question-range.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import { valueAtLocation } from "#core/scoring/range-scale.ts";

/** A question as far as its values are told; without a range, it has none. */
export interface Ranged {
  readonly type: string;
  readonly range: QuestionRange;
}

const MAX_DECIMALS = 6;
const TWO_YEARS_MS = 2 * 365 * 86_400_000;

/** As many decimals as tell a hundredth of the range apart. */
function decimalsOf({ min, max }: QuestionRange): number {
  return Math.min(MAX_DECIMALS, Math.max(0, 2 - Math.floor(Math.log10(max - min))));
}

/** A value of the range without its unit: "12", "7 Apr 2026". */
export function valueText({ type, range }: Ranged, value: number): string {
  if (type === "date") return dayText(value);
  const text = numberText(value, decimalsOf(range));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A value where there is little room, as on an axis: "30 Dec", "12", "1.2k". */
export function axisText({ type, range }: Ranged, location: number): string {
  const value = valueAtLocation(range, location);
  if (type === "date") return range.max - range.min < TWO_YEARS_MS ? shortDayText(value) : monthText(value);
  return Math.abs(value) >= 10_000 ? compactText(value) : valueText({ type, range }, value);
}

/** The value at a location of the range; beyond an open end, that it lies beyond. */
export function locationText(ranged: Ranged, location: number): string {
  return valueText(ranged, valueAtLocation(ranged.range, location));
}

/** Where a CDF holds a probability, as text; outside of an open range it can only be told on which side. */
export function quantileText(ranged: Ranged, cdf: readonly number[], probability: number): string {
  const { range } = ranged;
  if (range.openLower && probability <= (cdf[0] ?? 0)) return `<${locationText(ranged, 0)}`;
  if (range.openUpper && probability >= (cdf.at(-1) ?? 1)) return `>${locationText(ranged, 1)}`;
  return locationText(ranged, cdfQuantile(cdf, probability));
}

/** A distribution in a few words, its median: "12 visits", "7 Apr 2026". */
export function cdfText(ranged: Ranged, cdf: readonly number[]): string {
  const { unit } = ranged.range;
  return `${quantileText(ranged, cdf, 0.5)}${unit ? ` ${unit}` : ""}`;
}

/** A distribution with its spread: "12 visits (5–20)". */
export function cdfInFull(ranged: Ranged, cdf: readonly number[]): string {
  return `${cdfText(ranged, cdf)} (${quantileText(ranged, cdf, 0.1)}–${quantileText(ranged, cdf, 0.9)})`;
}

/** The question's range, when it has one. */
export function rangedOf({ type, range }: { type: string; range: QuestionRange | null }): Ranged | null {
  return range ? { type, range } : null;
}
