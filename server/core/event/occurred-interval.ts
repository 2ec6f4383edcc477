import { ensure } from "#core/errors.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";
import type { EventPrecision } from "./event.ts";

const MINUTE_MS = 60_000;

/**
 * The interval in which an event happened, from what a person writes: a date and a time, a date, or a month, in a
 * zone, and, for what lasted, the last one of these that it took in.
 *
 * Formula: [start of the first, end of the last), where an instant is the minute that was written, a day runs from
 * midnight to midnight and a month from first to first by the clocks of the zone.
 * Units: `2026-02-06T10:30`, `2026-02-06` or `2026-02` in; epoch milliseconds out.
 * Errors: `local_time_must_be_readable`, `zone_must_be_known`, `event_interval_must_be_in_order`.
 *
 * @example
 * occurredInterval({ precision: "day", from: "2026-02-06", zone: "Asia/Muscat" }); // => { from: Date.UTC(2026, 1, 5, 20), until: Date.UTC(2026, 1, 6, 20) }
 * occurredInterval({ precision: "month", from: "2026-12", zone: "UTC" }); // => { from: Date.UTC(2026, 11, 1), until: Date.UTC(2027, 0, 1) }
 * occurredInterval({ precision: "instant", from: "2026-02-06T10:30", zone: "UTC" }); // => { from: Date.UTC(2026, 1, 6, 10, 30), until: Date.UTC(2026, 1, 6, 10, 31) }
 */
export function occurredInterval(written: {
  readonly precision: EventPrecision;
  readonly from: string;
  readonly until?: string | undefined;
  readonly zone: string;
}): TimeWindow {
  const { precision, zone } = written;
  const from = zonedInstant(wholeDate(written.from, precision), zone);
  const until = endOf(wholeDate(written.until || written.from, precision), precision, zone);
  ensure(from < until, "event_interval_must_be_in_order", { field: "occurredUntil" });
  return { from, until };
}

function wholeDate(text: string, precision: EventPrecision): string {
  if (precision === "month") return `${text.slice(0, 7)}-01`;
  return precision === "day" ? text.slice(0, 10) : text;
}

function endOf(last: string, precision: EventPrecision, zone: string): number {
  if (precision === "instant") return zonedInstant(last, zone) + MINUTE_MS;
  // Read in UTC, where every day has the same length, only to find the next date of the calendar.
  const next = new Date(zonedInstant(last, "UTC"));
  if (precision === "day") next.setUTCDate(next.getUTCDate() + 1);
  else next.setUTCMonth(next.getUTCMonth() + 1);
  return zonedInstant(next.toISOString().slice(0, 10), zone);
}
