import { DAY_MS } from "../../time/time-window.ts";

/** A day in UTC, as a half-open interval. */
export interface DaySpan {
  readonly occurredFrom: number;
  readonly occurredUntil: number;
  readonly precision: "day";
}

/**
 * The day of a date, written `20201113` or `2020-11-13`, in UTC; null when it is no date.
 *
 * @example
 * daySpan("19700102"); // => { occurredFrom: 86400000, occurredUntil: 172800000, precision: "day" }
 * daySpan("2020-02-30"); // => null
 */
export function daySpan(text: string): DaySpan | null {
  const [, year = "", month = "", day = ""] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text.trim()) ?? [];
  const from = Date.parse(`${year}-${month}-${day}T00:00:00.000Z`);
  if (Number.isNaN(from) || new Date(from).getUTCDate() !== Number(day)) return null;
  return { occurredFrom: from, occurredUntil: from + DAY_MS, precision: "day" };
}
