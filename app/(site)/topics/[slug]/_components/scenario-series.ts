import type { ChartSeries } from "#app/_charts/chart-series.ts";
import { optionTone } from "#app/_charts/series-tone.ts";

interface History {
  readonly at: readonly number[];
  readonly forecasters: readonly number[];
  readonly answers: readonly { readonly id: string; readonly label: string; readonly median: readonly number[] }[];
}

/** The crowd's history on a multiple-choice question as lines, one per option. Nobody's forecast is no line. */
export function scenarioSeries({ at, forecasters, answers }: History): ChartSeries[] {
  return answers.map(({ id, label, median }, index) => ({
    key: id,
    label,
    tone: optionTone(index),
    steps: at.map((instant, step) => ({
      at: instant,
      value: forecasters[step] === 0 ? null : (median[step] ?? null),
    })),
  }));
}
