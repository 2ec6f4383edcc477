import fc from "fast-check";
import { expect, test } from "vitest";
import { hasEnteredSeason, seasonOf, seasonOfSlug } from "#core/ranking/season-of.ts";

const instant = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2999, 11) });

test("every instant lies in exactly the season it is given", () => {
  fc.assert(
    fc.property(instant, (at) => {
      const season = seasonOf(at);
      expect(at).toBeGreaterThanOrEqual(season.startsAt);
      expect(at).toBeLessThan(season.endsAt);
      expect(seasonOfSlug(season.slug)).toEqual(season);
      expect(seasonOf(season.endsAt).startsAt).toBe(season.endsAt);
    }),
  );
});

test("a season begins with its quarter's first millisecond in UTC", () => {
  expect(seasonOf(Date.UTC(2026, 3, 1)).slug).toBe("2026-q2");
  expect(seasonOf(Date.UTC(2026, 3, 1) - 1).slug).toBe("2026-q1");
  expect(seasonOf(Date.UTC(2026, 11, 31)).label).toBe("October to December 2026");
});

test("a slug that names no quarter names no season", () => {
  expect(["2026-q5", "2026-q0", "26-q1", "2026q1", ""].map(seasonOfSlug)).toEqual([null, null, null, null, null]);
});

test("an early answer waits for the scheduled end unless the season is final", () => {
  expect(hasEnteredSeason({ closesAt: 10, now: 9, isSeasonFinal: false })).toBe(false);
  expect(hasEnteredSeason({ closesAt: 10, now: 9, isSeasonFinal: true })).toBe(true);
  expect(hasEnteredSeason({ closesAt: 10, now: 10, isSeasonFinal: false })).toBe(true);
});

test("a time that no calendar knows has no season", () => expect(() => seasonOf(Number.NaN)).toThrow("needs a date"));
