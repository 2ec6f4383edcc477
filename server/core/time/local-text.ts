import { wallClock } from "./wall-clock.ts";

/**
 * What a clock in a zone shows at an instant, as a form's field for dates and times holds it; read back by
 * `zonedInstant`.
 *
 * Units: epoch milliseconds in; `2026-04-07T23:59` out.
 *
 * @example
 * localText(Date.UTC(2026, 3, 7, 19, 59), "Asia/Muscat"); // => "2026-04-07T23:59"
 */
export function localText(at: number, zone: string): string {
  const { year, month, day, hour, minute } = wallClock(at, zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
