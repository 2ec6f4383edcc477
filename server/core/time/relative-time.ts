import { DAY_MS, HOUR_MS } from "./time-window.ts";

const MINUTE_MS = 60_000;
/** The largest unit that fits is used, and what is left over is dropped: three days and a half are "3 days". */
const UNITS = [
  { name: "year", ms: 365.25 * DAY_MS },
  { name: "month", ms: 30.4375 * DAY_MS },
  { name: "day", ms: DAY_MS },
  { name: "hour", ms: HOUR_MS },
  { name: "minute", ms: MINUTE_MS },
] as const;

/**
 * How far an instant lies from now, in words.
 *
 * Formula: ⌊|at − now| / unit⌋ of the largest unit that fits once; days up to two months.
 * Units: epoch milliseconds.
 *
 * @example
 * relativeTime(3.5 * 86400000, 0); // => "in 3 days"
 * relativeTime(0, 7200000); // => "2 hours ago"
 * relativeTime(59999, 0); // => "in less than a minute"
 * relativeTime(0, 0); // => "now"
 */
export function relativeTime(at: number, now: number): string {
  if (at === now) return "now";
  const span = spanInWords(Math.abs(at - now));
  return at > now ? `in ${span}` : `${span} ago`;
}

/**
 * A span in words, by its largest unit.
 *
 * @example
 * spanInWords(86400000); // => "1 day"
 * spanInWords(45 * 86400000); // => "45 days"
 */
export function spanInWords(spanMs: number): string {
  const inDays = spanMs >= DAY_MS && spanMs < 60 * DAY_MS;
  const unit = UNITS.find(({ name, ms }) => spanMs >= ms && !(inDays && name === "month"));
  if (!unit) return "less than a minute";
  const count = Math.floor(spanMs / unit.ms);
  return `${count} ${unit.name}${count === 1 ? "" : "s"}`;
}
