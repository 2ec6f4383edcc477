import { DAY_MS } from "./time-window.ts";
import { wallClock } from "./wall-clock.ts";

/**
 * How many dates a zone's calendar turns over from one instant to another; negative when it runs backwards.
 *
 * Formula: date(until) − date(from), in days of the calendar, however long the clocks made them.
 * Units: epoch milliseconds in, whole days out.
 *
 * @example
 * daysBetween(Date.UTC(2026, 1, 6), Date.UTC(2026, 3, 7), "UTC"); // => 60
 */
export function daysBetween(from: number, until: number, zone: string): number {
  return (dateMs(until, zone) - dateMs(from, zone)) / DAY_MS;
}

function dateMs(at: number, zone: string): number {
  const { year, month, day } = wallClock(at, zone);
  return Date.UTC(year, month - 1, day);
}
