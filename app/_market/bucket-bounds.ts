import { typedNumber } from "#app/_forms/typed-number.ts";
import type { Ranged } from "#app/_questions/range-text.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import { valueAtLocation } from "#core/scoring/range-scale.ts";
import { statedDay } from "#core/time/stated-day.ts";

/** A range as wide as this is cut at whole numbers. */
const WIDE = 10;
const SHARES = [0.25, 0.5, 0.75];

/** Bounds to begin with, as they are typed: where the crowd divides into four equal parts, or even parts of the range. */
export function suggestedBounds({ type, range }: Ranged, crowd: readonly number[] | null): string[] {
  const values = SHARES.map((share) => valueAtLocation(range, crowd ? cdfQuantile(crowd, share) : share));
  const written = values.map((value) => {
    if (type === "date") return new Date(value).toISOString().slice(0, 10);
    return String(range.max - range.min < WIDE ? Number(value.toPrecision(2)) : Math.round(value));
  });
  return [...new Set(written)];
}

/** What was typed as values; NaN where it is none, which no market takes. */
export function boundsOf(type: string, typed: readonly string[]): number[] {
  return typed.map((text) => (type === "date" ? statedDay(text) : typedNumber(text)) ?? Number.NaN);
}
