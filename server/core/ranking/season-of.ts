import { ensureArgument } from "#core/errors.ts";

const MONTHS_PER_SEASON = 3;
const MONTH_NAMES = ["January to March", "April to June", "July to September", "October to December"] as const;

/** A calendar quarter in UTC, `[startsAt, endsAt)` in epoch milliseconds. */
export interface Season {
  readonly slug: string;
  readonly label: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * The one season a question belongs to: the calendar quarter, in UTC, of its *scheduled* close. An early answer does not move it,
 * or whatever happens early would look good early.
 *
 * Formula: quarter q = ⌊month/3⌋ + 1 of the scheduled close.
 * Units: epoch milliseconds.
 * Errors: `argument_must_be_in_domain` when the instant is not one a calendar knows.
 * Source: own rule.
 *
 * @example
 * seasonOf(Date.UTC(2026, 1, 14)).slug; // => "2026-q1"
 */
export function seasonOf(closesAt: number): Season {
  const close = new Date(closesAt);
  ensureArgument(Number.isFinite(close.getTime()), "A season needs a date.");
  return calendarQuarter(close.getUTCFullYear(), Math.floor(close.getUTCMonth() / MONTHS_PER_SEASON));
}

/**
 * The season a slug names, or null when it names none.
 *
 * Formula: `YYYY-qN`, N = 1..4, within the years that are kept, 1000 to 2999.
 * Units: epoch milliseconds.
 * Source: own rule.
 *
 * @example
 * seasonOfSlug("2026-q1")?.label; // => "January to March 2026"
 */
export function seasonOfSlug(slug: string): Season | null {
  const [, year, quarter] = /^([12]\d{3})-q([1-4])$/.exec(slug) ?? [];
  return year && quarter ? calendarQuarter(Number(year), Number(quarter) - 1) : null;
}

/**
 * Whether a question's scores enter its season's board yet: once its scheduled end has passed or the season was finalised.
 *
 * Formula: closesAt ≤ now, or the season is final.
 * Units: epoch milliseconds.
 * Source: own rule.
 *
 * @example
 * hasEnteredSeason({ closesAt: 2000, now: 1000, isSeasonFinal: false }); // => false
 */
export function hasEnteredSeason(question: { closesAt: number; now: number; isSeasonFinal: boolean }): boolean {
  return question.isSeasonFinal || question.closesAt <= question.now;
}

function calendarQuarter(year: number, quarter: number): Season {
  return {
    slug: `${String(year).padStart(4, "0")}-q${quarter + 1}`,
    label: `${MONTH_NAMES[quarter]} ${year}`,
    startsAt: Date.UTC(year, quarter * MONTHS_PER_SEASON),
    endsAt: Date.UTC(year, (quarter + 1) * MONTHS_PER_SEASON),
  };
}
