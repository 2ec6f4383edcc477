import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate, formatInstant, zoneInWords } from "#core/time/format-instant.ts";
import { isTimeZone, wallClock, zoneOffsetMinutes } from "#core/time/wall-clock.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";

const ZONES = [
  "UTC",
  "Asia/Muscat",
  "Asia/Tehran",
  "America/St_Johns",
  "Pacific/Auckland",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
];
const utc = (iso: string) => Date.parse(`${iso}Z`);

describe("a local time names an instant", () => {
  test.each([
    ["2026-04-07 23:59", "Asia/Muscat", "2026-04-07T19:59:00"],
    ["2026-04-07", "America/St_Johns", "2026-04-07T02:30:00"],
    ["2026-04-07T23:59:30", "Asia/Kathmandu", "2026-04-07T18:14:30"],
    ["2024-02-29 12:00", "Pacific/Auckland", "2024-02-28T23:00:00"],
    ["2026-12-31 23:59", "Pacific/Kiritimati", "2026-12-31T09:59:00"],
  ])("%s in %s", (local, zone, iso) => {
    expect(zonedInstant(local, zone)).toBe(utc(iso));
  });

  test.each([
    ["the first of a time shown twice", "2026-11-01 01:30", "America/New_York", "2026-11-01T05:30:00"],
    ["as long after the change as into the gap", "2026-03-08 02:30", "America/New_York", "2026-03-08T07:30:00"],
    ["in a gap of half an hour", "2026-10-04 02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00"],
    ["in a day that a zone left out", "2011-12-30 12:00", "Pacific/Apia", "2011-12-30T22:00:00"],
  ])("%s", (_title, local, zone, iso) => {
    expect(zonedInstant(local, zone)).toBe(utc(iso));
  });

  test("and the zone's clock shows that time at that instant, wherever it shows it at all", () => {
    const at = fc.integer({ min: utc("1990-01-01T00:00:00"), max: utc("2035-01-01T00:00:00") });
    fc.assert(
      fc.property(at, fc.constantFrom(...ZONES), (instant, zone) => {
        const { year, month, day, hour, minute, second } = wallClock(instant, zone);
        const two = (value: number) => String(value).padStart(2, "0");
        const local = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
        const again = zonedInstant(local, zone);
        expect(wallClock(again, zone)).toEqual({ year, month, day, hour, minute, second });
        expect(again).toBeLessThanOrEqual(instant);
        expect(instant - again).toBeLessThan(3_601_000);
      }),
      { seed: 20_260_206 },
    );
  });

  test.each(["2026-02-30", "2026-4-7", "tomorrow", "2026-04-07 24:00", "2026-04-07 23:60", ""])(
    "but “%s” does not",
    (local) => {
      expect(() => zonedInstant(local, "UTC")).toThrowError(
        expect.objectContaining({ code: "local_time_must_be_readable" }),
      );
    },
  );
});

describe("a zone", () => {
  test("that nobody knows is refused", () => {
    expect(isTimeZone("")).toBe(false);
    expect(() => wallClock(0, "Mars/Olympus")).toThrowError(expect.objectContaining({ code: "zone_must_be_known" }));
  });

  test("is told in words with its offset at the instant", () => {
    expect(zoneInWords("Europe/Vienna", utc("2026-01-01T00:00:00"))).toBe("Vienna time (UTC+1)");
    expect(zoneInWords("Europe/Vienna", utc("2026-07-01T00:00:00"))).toBe("Vienna time (UTC+2)");
    expect(zoneInWords("Asia/Tehran", utc("2026-07-01T00:00:00"))).toBe("Tehran time (UTC+3:30)");
  });

  test("decides on which date an instant falls", () => {
    const at = utc("2026-04-07T21:00:00");
    expect(formatDate(at, "UTC")).toBe("7 April 2026");
    expect(formatInstant(at, "Asia/Muscat")).toBe("8 April 2026, 01:00");
    expect(formatInstant(-1, "UTC")).toBe("31 December 1969, 23:59");
  });

  test("has its offset before 1970 too, with the milliseconds left out of account", () => {
    expect(zoneOffsetMinutes(-1, "UTC")).toBe(0);
    expect(zoneOffsetMinutes(utc("1965-01-01T00:00:00") + 999, "Asia/Kolkata")).toBe(330);
  });
});

test("an instant must be a number that a calendar reaches", () => {
  expect(() => wallClock(Number.NaN, "UTC")).toThrow("An instant must be");
  expect(() => wallClock(9e15, "UTC")).toThrow("An instant must be");
});
