import { scaleUtc } from "d3-scale";
import { monthText, shortDayText } from "#app/_components/instant-text.ts";
import { DAY_MS } from "#core/time/time-window.ts";

export interface TimeTick {
  readonly at: number;
  readonly label: string;
  /** Stays where there is room for half of them only. */
  readonly isMain: boolean;
}

/** Round instants along an axis, in UTC, labelled by the hour, day, month or year as the span asks; about `count` of them. */
export function timeTicks(from: number, to: number, count = 7): TimeTick[] {
  const instants = scaleUtc()
    .domain([from, to])
    .ticks(count)
    .map((date) => date.getTime());
  return instants.map((at, index) => ({
    at,
    label: labelOf(at, instants[index - 1], to - from),
    isMain: index % 2 === 0,
  }));
}

function labelOf(at: number, before: number | undefined, span: number): string {
  const date = new Date(at);
  const isNewYear = before !== undefined && new Date(before).getUTCFullYear() !== date.getUTCFullYear();
  if (span <= 2.5 * DAY_MS && date.getTime() % DAY_MS !== 0) return date.toISOString().slice(11, 16);
  if (span <= 120 * DAY_MS)
    return isNewYear ? `${shortDayText(at)} ’${String(date.getUTCFullYear()).slice(2)}` : shortDayText(at);
  if (span > 1800 * DAY_MS) return String(date.getUTCFullYear());
  return before === undefined || isNewYear ? monthText(at) : monthText(at).slice(0, 3);
}
