const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From which span on a unit is used, the longest first. Two of a unit at least, so that "1 day" never hides 47 hours. */
const UNITS = [
  { fromMs: 730 * DAY_MS, unitMs: 365.25 * DAY_MS, name: "year" },
  { fromMs: 90 * DAY_MS, unitMs: 30.4375 * DAY_MS, name: "month" },
  { fromMs: 2 * DAY_MS, unitMs: DAY_MS, name: "day" },
  { fromMs: 2 * HOUR_MS, unitMs: HOUR_MS, name: "hour" },
  { fromMs: MINUTE_MS, unitMs: MINUTE_MS, name: "minute" },
] as const;

/** A length of time in its largest fitting unit, never rounded up: "3 days", "47 hours", "less than a minute". */
export function spanText(spanMs: number): string {
  const unit = UNITS.find(({ fromMs }) => spanMs >= fromMs);
  if (unit === undefined) return "less than a minute";
  const count = Math.floor(spanMs / unit.unitMs);
  return `${count} ${unit.name}${count === 1 ? "" : "s"}`;
}

/** An instant as seen from now: "in 3 days", "5 hours ago", "just now". */
export function relativeText(at: number, now: number): string {
  const span = Math.abs(at - now);
  if (span < MINUTE_MS) return at > now ? "in less than a minute" : "just now";
  return at > now ? `in ${spanText(span)}` : `${spanText(span)} ago`;
}
