import { DomainError, ensureArgument } from "#core/errors.ts";

/** What a clock on the wall shows: a date and a time of day without a zone. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const MINUTE_MS = 60_000;
/** Making a formatter is slow and the answer never changes, so each zone's is made once. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/**
 * What a clock in a zone shows at an instant.
 *
 * Units: epoch milliseconds in; IANA zone name.
 * Errors: `zone_must_be_known`, `argument_must_be_in_domain` when no calendar reaches the instant.
 * Source: the IANA time zone database, as the runtime carries it.
 *
 * @example
 * wallClock(Date.UTC(2026, 3, 7, 19, 59), "Asia/Muscat"); // => { year: 2026, month: 4, day: 7, hour: 23, minute: 59, second: 0 }
 */
export function wallClock(at: number, zone: string): WallClock {
  ensureArgument(Math.abs(at) <= 8.64e15, "An instant must be a number of milliseconds.");
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return { year, month, day, hour, minute, second };
}

/**
 * How far a zone's clocks run ahead of UTC at an instant, in minutes.
 *
 * @example
 * zoneOffsetMinutes(Date.UTC(2026, 3, 7), "Asia/Muscat"); // => 240
 * zoneOffsetMinutes(Date.UTC(2026, 0, 1), "America/St_Johns"); // => -210
 */
export function zoneOffsetMinutes(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(at, zone);
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((shown - Math.floor(at / 1000) * 1000) / MINUTE_MS);
}

/**
 * Whether the runtime knows a time zone by this name.
 *
 * @example
 * isTimeZone("Asia/Muscat"); // => true
 * isTimeZone("Muscat"); // => false
 */
export function isTimeZone(zone: string): boolean {
  try {
    return zone !== "" && formatterOf(zone) !== undefined;
  } catch {
    return false;
  }
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(zone);
  if (known) return known;
  const formatter = newFormatter(zone);
  FORMATTERS.set(zone, formatter);
  return formatter;
}

function newFormatter(zone: string): Intl.DateTimeFormat {
  try {
    const number = "numeric";
    return new Intl.DateTimeFormat("en-GB-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: number,
      month: number,
      day: number,
      hour: number,
      minute: number,
      second: number,
    });
  } catch {
    throw new DomainError("zone_must_be_known", { zone, field: "zone" });
  }
}
