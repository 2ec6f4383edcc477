import { dayText, instantText, monthText, shortDayText } from "#app/_components/instant-text.ts";

const HALF_DAY_MS = 43_200_000;

/** When something happened, as the log holds it: an interval, and how closely it is known. */
export interface Occurrence {
  readonly occurredFrom: Date;
  readonly occurredUntil: Date;
  readonly precision: "instant" | "day" | "month";
}

/**
 * A day of the log runs from midnight to midnight by the clocks of its place, which the log does not name. Its noon
 * has the same date there and in UTC, wherever clocks run up to twelve hours ahead or behind.
 */
function noons({ occurredFrom, occurredUntil }: Occurrence): [number, number] {
  const first = occurredFrom.getTime() + HALF_DAY_MS;
  return [first, Math.max(first, occurredUntil.getTime() - HALF_DAY_MS)];
}

/** When it happened, in words: "6 Feb 2026", "5–6 Feb 2026", "Feb 2026", "6 Feb 2026, 10:30 UTC". */
export function occurredText(occurrence: Occurrence): string {
  const { precision, occurredFrom } = occurrence;
  if (precision === "instant") return instantText(occurredFrom.getTime());
  const [first, last] = noons(occurrence);
  const text = precision === "month" ? monthText : dayText;
  if (text(first) === text(last)) return text(first);
  if (precision === "month") return `${monthText(first)} – ${monthText(last)}`;
  if (monthText(first) === monthText(last)) return `${shortDayText(first).split(" ")[0]}–${dayText(last)}`;
  return `${dayText(first)} – ${dayText(last)}`;
}

/** As `occurredText`, where the month and year are told beside it: "6", "5–6", "all month", "6, 10:30". */
export function dayOfMonthText(occurrence: Occurrence): string {
  const { precision, occurredFrom } = occurrence;
  if (precision === "month") return "Some day";
  if (precision === "instant")
    return instantText(occurredFrom.getTime())
      .replace(/ \w+ \d+, /, ", ")
      .replace(/ UTC$/, "");
  const [first, last] = noons(occurrence);
  const day = (at: number) => shortDayText(at).split(" ")[0] ?? "";
  if (shortDayText(first) === shortDayText(last)) return day(first);
  return monthText(first) === monthText(last) ? `${day(first)}–${day(last)}` : `${day(first)} – ${shortDayText(last)}`;
}

/** The month that a list files it under: "Feb 2026". */
export function monthOf(occurrence: Occurrence): string {
  return monthText(occurrence.precision === "instant" ? occurrence.occurredFrom.getTime() : noons(occurrence)[0]);
}

/** The machine-readable form of when it began, for `<time>`. */
export function occurredIso({ occurredFrom, occurredUntil, precision }: Occurrence): string {
  if (precision === "instant") return occurredFrom.toISOString();
  const [first] = noons({ occurredFrom, occurredUntil, precision });
  return new Date(first).toISOString().slice(0, precision === "month" ? 7 : 10);
}
