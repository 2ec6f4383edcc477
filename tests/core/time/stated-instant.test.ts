import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EARLIEST_INSTANT, END_OF_INSTANTS, isKeptInstant } from "#core/time/instant-bounds.ts";
import { statedDay } from "#core/time/stated-day.ts";
import { statedInstant } from "#core/time/stated-instant.ts";

describe("a day", () => {
  test("is read as it is written, on every day that Parley keeps", () => {
    fc.assert(
      fc.property(fc.integer({ min: EARLIEST_INSTANT, max: END_OF_INSTANTS - 1 }), (at) => {
        const text = new Date(at).toISOString().slice(0, 10);
        expect(statedDay(text)).toBe(Date.parse(`${text}T00:00:00Z`));
      }),
    );
  });

  test.each([
    "2026-02-30",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-4-1",
    "03/04/2026",
    "20260206",
    "0050-02-30",
    "6 February 2026",
    "",
  ])("that no calendar has, or that could mean two days, is none: %j", (text) => {
    expect(statedDay(text)).toBeNull();
  });
});

describe("an instant", () => {
  test.each([
    ["2026-02-06T10:00:00Z", "2026-02-06T10:00:00.000Z"],
    ["2026-02-06T10:00Z", "2026-02-06T10:00:00.000Z"],
    ["2026-02-06t10:00:00.5z", "2026-02-06T10:00:00.500Z"],
    ["2026-02-06 10:00:00.123456+00", "2026-02-06T10:00:00.123Z"],
    ["2024-02-29T23:30:00-03:30", "2024-03-01T03:00:00.000Z"],
    ["2026-02-06T10:00:00 +0330", "2026-02-06T06:30:00.000Z"],
  ])("with its zone is read: %s", (text, iso) => {
    expect(new Date(statedInstant(text) ?? Number.NaN).toISOString()).toBe(iso);
  });

  test.each([
    "2026-02-06",
    "2026-02-06T10:00",
    "2026-02-30T10:00:00Z",
    "2026-02-06T24:00:00Z",
    "2026-02-06T10:60:00Z",
    "2026-02-06T10:00:60Z",
    "2026-02-06T10:00:00+25:00",
    "+010000-01-01T00:00:00Z",
    "Fri, 06 Feb 2026 10:00:00 GMT",
    "1770372000",
    "2026-02-06T10:00:00Z and later",
  ])("without a zone, or that no clock shows, is none: %j", (text) => {
    expect(statedInstant(text)).toBeNull();
  });

  test("lies within the years that are kept, or outside of them", () => {
    expect([EARLIEST_INSTANT, END_OF_INSTANTS - 1].map(isKeptInstant)).toEqual([true, true]);
    expect([EARLIEST_INSTANT - 1, END_OF_INSTANTS, Number.NaN, Number.POSITIVE_INFINITY].map(isKeptInstant)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
