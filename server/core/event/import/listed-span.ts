import { EVENT_PRECISIONS, type EventPrecision } from "#core/event/event.ts";
import { isKeptInstant } from "#core/time/instant-bounds.ts";
import { statedDay } from "#core/time/stated-day.ts";
import { statedInstant } from "#core/time/stated-instant.ts";
import { DAY_MS, HOUR_MS } from "#core/time/time-window.ts";
import type { ImportedEvent } from "./imported-event.ts";
import { quotable, type RowProblems } from "./row-problems.ts";

const MINUTE_MS = 60_000;
/** A day or a month by the clocks of some zone may be an hour shorter when the clocks change. */
const MIN_SPAN: Readonly<Record<EventPrecision, number>> = {
  instant: 0,
  day: DAY_MS - HOUR_MS,
  month: 28 * DAY_MS - HOUR_MS,
};

type Span = Pick<ImportedEvent, "occurredFrom" | "occurredUntil" | "precision">;
interface Stated {
  readonly at: number;
  readonly isDay: boolean;
}

/**
 * What a text states of a time: a day, or an instant with its zone, in the years that Parley keeps; null, and a fault, for any
 * other text.
 *
 * Units: epoch milliseconds; a day is its beginning in UTC.
 *
 * @example
 * statedTime("2026-02-06", "date", { fault() {}, note() {}, reading() {} }); // => { at: Date.UTC(2026, 1, 6), isDay: true }
 */
export function statedTime(text: string, column: string, problems: RowProblems): Stated | null {
  const day = statedDay(text);
  const at = day ?? statedInstant(text);
  if (at !== null && isKeptInstant(at)) return { at, isDay: day !== null };
  if (text === "") {
    problems.fault("date_must_be_readable", column, text, `There is no ${column}.`);
    return null;
  }
  const why = at === null ? "is no day (2026-02-06) and no instant with its zone (2026-02-06T10:00:00Z)" : BOUNDS;
  problems.fault("date_must_be_readable", column, text, `“${quotable(text)}” ${why}.`);
  return null;
}

const BOUNDS = "does not lie within the years 1000 to 2999";

/**
 * When an event happened, from what a row states: a whole day, or the minute that begins at an instant, unless an end is
 * stated, which is a day that it took in or the instant at which it was over. Null, and a fault, for what cannot be taken so.
 *
 * @example
 * listedSpan({ date: "1970-01-02", until: "", precision: "" }, { fault() {}, note() {}, reading() {} }); // => { occurredFrom: 86400000, occurredUntil: 172800000, precision: "day" }
 */
export function listedSpan(
  { date, until, precision: word }: { readonly date: string; readonly until: string; readonly precision: string },
  problems: RowProblems,
): Span | null {
  const from = statedTime(date, "date", problems);
  const end = until === "" ? from : statedTime(until, "until", problems);
  const precision = word === "" ? (from?.isDay ? "day" : "instant") : precisionOf(word, problems);
  if (!from || !end || !precision) return null;
  if (from.isDay !== end.isDay) {
    const message = `“${quotable(until)}” does not fit “${quotable(date)}”: both must be days, or both instants.`;
    problems.fault("interval_must_be_in_order", "until", until, message);
    return null;
  }
  const occurredUntil = end.isDay ? end.at + DAY_MS : until === "" ? end.at + MINUTE_MS : end.at;
  if (occurredUntil <= from.at) {
    problems.fault(
      "interval_must_be_in_order",
      "until",
      until,
      `“${quotable(until)}” does not lie after “${quotable(date)}”.`,
    );
    return null;
  }
  if (occurredUntil - from.at < MIN_SPAN[precision] || (precision === "instant" && from.isDay)) {
    const message = `“${word}” does not fit what date and until state: ${NEEDS[precision]}.`;
    problems.fault("precision_must_fit_interval", "precision", word, message);
    return null;
  }
  return { occurredFrom: from.at, occurredUntil, precision };
}

const NEEDS: Readonly<Record<EventPrecision, string>> = {
  instant: "an instant has a time and a zone",
  day: "a day is a date without a time",
  month: "a month has its first day as date and its last as until",
};

function precisionOf(word: string, problems: RowProblems): EventPrecision | null {
  const found = EVENT_PRECISIONS.find((known) => known === word.toLowerCase());
  if (found) return found;
  const message = `“${quotable(word)}” is no precision: ${EVENT_PRECISIONS.join(", ")}.`;
  problems.fault("word_must_be_of_its_list", "precision", word, message);
  return null;
}
