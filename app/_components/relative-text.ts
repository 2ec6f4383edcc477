import { DAY_MS, HOUR_MS } from "#core/time/time-window.ts";

const MINUTE_MS = 60_000;

/** From which span on a unit is used, the longest first. Two of a unit at least, so that "1 day" never hides 47 hours. */
const UNITS = [
  { fromMs: 730 * DAY_MS, unitMs: 365.25 * DAY_MS, unit: "year" },
  { fromMs: 90 * DAY_MS, unitMs: 30.4375 * DAY_MS, unit: "month" },
  { fromMs: 2 * DAY_MS, unitMs: DAY_MS, unit: "day" },
  { fromMs: 2 * HOUR_MS, unitMs: HOUR_MS, unit: "hour" },
  { fromMs: MINUTE_MS, unitMs: MINUTE_MS, unit: "minute" },
] as const;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** A length of time in its largest fitting unit, never rounded up; undefined below a minute. */
function inUnits(spanMs: number) {
  const fitting = UNITS.find(({ fromMs }) => spanMs >= fromMs);
  return fitting && { count: Math.floor(spanMs / fitting.unitMs), unit: fitting.unit };
}

/** A length of time: "3 days", "47 hours", "less than a minute". */
export function spanText(spanMs: number): string {
  const span = inUnits(spanMs);
  if (span === undefined) return "less than a minute";
  return new Intl.NumberFormat("en", { style: "unit", unit: span.unit, unitDisplay: "long" }).format(span.count);
}

/** An instant as seen from now: "in 3 days", "5 hours ago", "just now". */
export function relativeText(at: number, now: number): string {
  const span = inUnits(Math.abs(at - now));
  if (span === undefined) return at > now ? "in less than a minute" : "just now";
  return relative.format(at > now ? span.count : -span.count, span.unit);
}
