import { describe, expect, test } from "vitest";
import { dayOfMonthText, monthOf, type Occurrence, occurredIso, occurredText } from "#app/_events/occurred-text.ts";
import { occurredInterval } from "#core/event/occurred-interval.ts";

function occurrence(precision: Occurrence["precision"], from: string, zone: string, until?: string): Occurrence {
  const interval = occurredInterval({ precision, from, until, zone });
  return { precision, occurredFrom: new Date(interval.from), occurredUntil: new Date(interval.until) };
}

describe("when an event happened, in words", () => {
  test.each(["UTC", "Asia/Muscat", "Asia/Tokyo", "Pacific/Auckland", "America/Los_Angeles", "Pacific/Honolulu"])(
    "a day of %s keeps its date, though the page knows no zone",
    (zone) => {
      const day = occurrence("day", "2026-06-30", zone);
      expect([occurredText(day), occurredIso(day), monthOf(day)]).toEqual(["30 Jun 2026", "2026-06-30", "Jun 2026"]);
    },
  );

  test("several days are told as a span, within a month, across months and across years", () => {
    expect(occurredText(occurrence("day", "2026-02-05", "Asia/Muscat", "2026-02-06"))).toBe("5–6 Feb 2026");
    expect(occurredText(occurrence("day", "2026-01-31", "UTC", "2026-02-02"))).toBe("31 Jan 2026 – 2 Feb 2026");
    expect(dayOfMonthText(occurrence("day", "2026-01-31", "UTC", "2026-02-02"))).toBe("31 – 2 Feb");
    expect(dayOfMonthText(occurrence("day", "2026-02-05", "UTC", "2026-02-06"))).toBe("5–6");
  });

  test("a month is told as a month, wherever its clocks are", () => {
    const month = occurrence("month", "2026-02", "America/Los_Angeles");
    expect([occurredText(month), occurredIso(month), dayOfMonthText(month)]).toEqual([
      "Feb 2026",
      "2026-02",
      "Some day",
    ]);
    expect(occurredText(occurrence("month", "2025-12", "UTC", "2026-01"))).toBe("Dec 2025 – Jan 2026");
  });

  test("an instant is told to the minute, in UTC", () => {
    const instant = occurrence("instant", "2026-02-06T14:30", "Asia/Muscat");
    expect([occurredText(instant), dayOfMonthText(instant)]).toEqual(["6 Feb 2026, 10:30 UTC", "6, 10:30"]);
  });
});
