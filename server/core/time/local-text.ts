import { wallClock } from "./wall-clock.ts";

/**
 * What a clock in a zone shows at an instant, as a form's field for dates and times holds it; read back by
 * `zonedInstant`.
 *
 * Formula: the date and time of the zone, cut off after its last whole minute or second.
 * Units: epoch milliseconds and an IANA zone name in; `2026-04-07T23:59` or `2026-04-07T23:59:59` out.
 * Errors: `zone_must_be_known`, `argument_must_be_in_domain` when no calendar reaches the instant.
 * Source: the HTML standard's local date and time string.
 *
 * @example
 * localText(Date.UTC(2026, 3, 7, 19, 59, 30), "Asia/Muscat"); // => "2026-04-07T23:59"
 * localText(Date.UTC(2026, 3, 7, 19, 59, 30), "Asia/Muscat", "second"); // => "2026-04-07T23:59:30"
 */
export function localText(at: number, zone: string, until: "minute" | "second" = "minute"): string {
  const { year, month, day, hour, minute, second } = wallClock(at, zone);
  const two = (value: number) => String(value).padStart(2, "0");
  const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
  return until === "minute" ? text : `${text}:${two(second)}`;
}
