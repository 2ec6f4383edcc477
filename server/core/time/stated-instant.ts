import { statedDay } from "./stated-day.ts";

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)? ?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)$/i;

/**
 * The instant that a text states, if it is a day that exists, a time of day, and a zone: `2026-02-06T10:00:00Z`,
 * `2026-02-06 13:30+03:30`. Null for any other text: a time by nobody's clock would depend on who reads it.
 *
 * Units: epoch milliseconds; what is finer is cut off.
 * Source: ISO 8601 and RFC 3339; offsets up to 15:59, as Postgres takes them.
 *
 * @example
 * statedInstant("2026-02-06T13:30:00+03:30"); // => Date.UTC(2026, 1, 6, 10)
 * statedInstant("2026-02-30T10:00:00Z"); // => null
 * statedInstant("2026-02-06T10:00"); // => null
 */
export function statedInstant(text: string): number | null {
  const [whole, date = "", hour, minute, second = "0", fraction = "", utc, sign, offsetHour = "0", offsetMinute = "0"] =
    INSTANT.exec(text) ?? [];
  const day = statedDay(date);
  if (whole === undefined || day === null) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour) > 15 || Number(offsetMinute) > 59) return null;
  const ofDay = (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const offset = utc ? 0 : (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000 * (sign === "-" ? -1 : 1);
  return day + ofDay + milliseconds - offset;
}
