import { statedDay } from "#core/time/stated-day.ts";
import { DAY_MS } from "#core/time/time-window.ts";

/** A day in UTC, as a half-open interval. */
export interface DaySpan {
  readonly occurredFrom: number;
  readonly occurredUntil: number;
  readonly precision: "day";
}

/**
 * The day of a date, written `2020-11-13` or, as GDELT does, `20201113`; in UTC; null when it is no day that exists.
 *
 * @example
 * daySpan("19700102"); // => { occurredFrom: 86400000, occurredUntil: 172800000, precision: "day" }
 * ["2020-02-30", "13/11/2020", "2020111"].map(daySpan); // => [null, null, null]
 */
export function daySpan(text: string): DaySpan | null {
  const from = statedDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"));
  return from === null ? null : { occurredFrom: from, occurredUntil: from + DAY_MS, precision: "day" };
}
