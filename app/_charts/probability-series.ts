import { dayText } from "#app/_components/instant-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import type { SeriesTone } from "./series-tone.ts";
import type { BandPoint } from "./step-path.ts";
import { lastStanding, type StepPoint, standingValue } from "./step-series.ts";

/** One line of a probability chart. Values are probabilities, 0..1; instants are epoch milliseconds in order. */
export interface ProbabilitySeries {
  readonly key: string;
  /** "Crowd", "You", an option's text. */
  readonly label: string;
  readonly tone: SeriesTone;
  readonly steps: readonly StepPoint[];
  /** The middle half of the forecasts. */
  readonly band?: readonly BandPoint[];
  /** Marks each point, where every one was somebody's act. */
  readonly hasDots?: boolean;
}

/** What a series tells in a sentence: where it stands, since when it is told, and how far it went. */
export function seriesSummary(series: ProbabilitySeries, until: number, zone: string): string {
  const told = series.steps.filter((point) => point.value !== null && point.at <= until);
  const first = told[0];
  const last = lastStanding(told);
  if (first?.value == null || last?.value == null) return `${series.label}: no forecast.`;
  const values = told.map((point) => point.value ?? 0);
  const stands = standingValue(series.steps, until) === null ? "withdrawn; last" : "now";
  const range = `between ${percentText(Math.min(...values))} and ${percentText(Math.max(...values))}`;
  const since = `from ${percentText(first.value)} on ${dayText(first.at, zone)}`;
  return told.length === 1
    ? `${series.label}: ${stands} ${percentText(last.value)}, since ${dayText(first.at, zone)}.`
    : `${series.label}: ${stands} ${percentText(last.value)}, ${since}, ${range}.`;
}

/** A name that fits beside a line on a phone: the label where it is short, else the option's letter. */
export function shortLabel(label: string, place: number): string {
  return label.length <= 8 ? label : String.fromCharCode(65 + (place % 26));
}
