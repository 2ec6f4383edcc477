import { isKeptInstant } from "#core/time/instant-bounds.ts";
import { statedDay } from "#core/time/stated-day.ts";
import { statedInstant } from "#core/time/stated-instant.ts";

/**
 * The value that a bundle states on a question about a number or a date; NaN for what is none: text where a number belongs, a
 * number where a date belongs (nobody can tell seconds from milliseconds), a day that no calendar has.
 *
 * Units: those of the question; a date in epoch milliseconds, a day at its beginning in UTC.
 * Source: own rule, with `statedDay` and `statedInstant`.
 *
 * @example
 * statedValue("numeric", 12.5); // => 12.5
 * statedValue("date", "2026-02-06"); // => Date.UTC(2026, 1, 6)
 * statedValue("date", "2026-02-30"); // => NaN
 * statedValue("date", 1770336000000); // => NaN
 */
export function statedValue(type: "numeric" | "date", value: number | string): number {
  if (type === "numeric") return typeof value === "number" ? value : Number.NaN;
  if (typeof value === "number") return Number.NaN;
  const at = statedDay(value) ?? statedInstant(value);
  return at !== null && isKeptInstant(at) ? at : Number.NaN;
}
