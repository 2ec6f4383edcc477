import { ensure } from "#core/errors.ts";
import { DAY_MS } from "./time-window.ts";
import { zoneOffsetMinutes } from "./wall-clock.ts";

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * The instant at which a zone's clocks show a local date and time; midnight when only a date is given.
 *
 * When the clocks go back and show the time twice, the first of the two. When they go forward and never show it, as
 * long after the change as the time lies after the gap's beginning: 02:30 in a gap of one hour is 03:30.
 * Units: epoch milliseconds; `2026-04-07`, `2026-04-07 23:59`, `2026-04-07T23:59:30`; IANA zone name.
 * Errors: `local_time_must_be_readable`, `zone_must_be_known`.
 * Source: the choices of RFC 5545 §3.3.5 and of Temporal's "compatible" disambiguation.
 *
 * @example
 * zonedInstant("2026-04-07 23:59", "Asia/Muscat"); // => Date.UTC(2026, 3, 7, 19, 59)
 * zonedInstant("2026-03-29 02:30", "Europe/Berlin"); // => Date.UTC(2026, 2, 29, 1, 30)
 * zonedInstant("2026-10-25 02:30", "Europe/Berlin"); // => Date.UTC(2026, 9, 25, 0, 30)
 */
export function zonedInstant(local: string, zone: string): number {
  const wall = wallMs(local);
  // A change of the clocks lies between these two at most, so that one of the offsets is the right one.
  const before = zoneOffsetMinutes(wall - DAY_MS, zone);
  const after = zoneOffsetMinutes(wall + DAY_MS, zone);
  const candidates = [before, after].map((offset) => wall - offset * 60_000);
  const shown = candidates.find((at) => at + zoneOffsetMinutes(at, zone) * 60_000 === wall);
  return shown ?? wall - before * 60_000;
}

/** The local time read as if it were UTC; refuses the thirtieth of February. */
function wallMs(local: string): number {
  const [, year = "", month = "", day = "", hour = "00", minute = "00", second = "00"] = LOCAL.exec(local) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const wall = Date.parse(iso);
  ensure(!Number.isNaN(wall) && new Date(wall).toISOString() === iso, "local_time_must_be_readable", { text: local });
  return wall;
}
