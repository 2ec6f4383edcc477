import { dayText } from "#app/_components/instant-text.ts";
import type { SeriesTone } from "./series-tone.ts";
import type { BandPoint } from "./step-path.ts";
import { activeValue, lastActive, type StepPoint } from "./step-series.ts";

/** More steps than this cannot be told apart on a screen, and only make a page heavy. */
export const MAX_STEPS = 600;

/** How a chart writes its values: as percentages, as points. */
export type ValueText = (value: number) => string;

/** One line of a chart over time. Instants are epoch milliseconds in order; values are in the chart's unit. */
export interface ChartSeries {
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
export function seriesSummary(series: ChartSeries, until: number, zone: string, text: ValueText): string {
  const told = series.steps.filter((point) => point.value !== null && point.at <= until);
  const first = told[0];
  const last = lastActive(told);
  if (first?.value == null || last?.value == null) return `${series.label}: no forecast.`;
  const values = told.map((point) => point.value ?? 0);
  const stands = activeValue(series.steps, until) === null ? "withdrawn; last" : "now";
  const range = `between ${text(Math.min(...values))} and ${text(Math.max(...values))}`;
  const since = `from ${text(first.value)} on ${dayText(first.at, zone)}`;
  return told.length === 1
    ? `${series.label}: ${stands} ${text(last.value)}, since ${dayText(first.at, zone)}.`
    : `${series.label}: ${stands} ${text(last.value)}, ${since}, ${range}.`;
}

/** The most lines whose names may stand beside them on a phone. */
const MAX_NAMED = 3;

/** Names that fit beside the lines on a phone: the labels where all are few and short, else letters. */
export function shortLabels(labels: readonly string[]): string[] {
  const areShort = labels.length <= MAX_NAMED && labels.every((label) => label.length <= 8);
  return areShort ? [...labels] : labels.map((_, place) => String.fromCharCode(65 + (place % 26)));
}
