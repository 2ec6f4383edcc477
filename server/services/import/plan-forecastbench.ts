import type { BenchFault } from "./bench-fault.ts";
import type { ImportedAnswer, ImportedQuestion } from "./forecastbench-questions.ts";
import type { KeptQuestion } from "./kept-questions.ts";
import type { BenchForecast, LeftOutRow } from "./read-bench-forecasts.ts";
import type { ForecastBench } from "./read-forecastbench.ts";
import type { SurveyPerson } from "./survey-people.ts";
import { externalKey } from "./write-bench-question.ts";

/** A question with what of it is not here yet. */
export interface PlannedQuestion {
  readonly item: ImportedQuestion;
  /** Whether the question itself was imported before. */
  readonly isKept: boolean;
}

export interface ImportPlan {
  readonly questions: readonly PlannedQuestion[];
  /** How many rows are here already. */
  readonly known: number;
  readonly leftOut: readonly LeftOutRow[];
  /** Of answers that are here otherwise. */
  readonly faults: readonly BenchFault[];
}

/** What a survey adds to what is here. */
export function planOf(
  { forecasts }: ForecastBench,
  items: readonly ImportedQuestion[],
  kept: ReadonlyMap<string, KeptQuestion>,
  people: ReadonlyMap<string, SurveyPerson>,
): ImportPlan {
  const questions: PlannedQuestion[] = [];
  const leftOut: LeftOutRow[] = [];
  const faults: BenchFault[] = [];
  let known = 0;
  for (const item of items) {
    const here = kept.get(externalKey(item));
    if (!here) {
      questions.push({ item, isKept: false });
      continue;
    }
    const missing: BenchForecast[] = [];
    for (const forecast of item.forecasts) {
      const before = here.forecasts.get(people.get(forecast.userId)?.id ?? "");
      if (before === undefined) missing.push(forecast);
      else if (before === forecast.probability) known++;
      else leftOut.push({ cells: forecast.cells, faults: [otherwise(forecasts.file, forecast, before)] });
    }
    const fault = item.answer && faultOfAnswer(item.answer, here);
    if (fault) faults.push(fault);
    const answer = here.isInHand ? null : item.answer;
    if (missing.length > 0 || answer) questions.push({ item: { ...item, forecasts: missing, answer }, isKept: true });
  }
  return { questions, known, leftOut, faults };
}

function otherwise(file: string, { line, probability }: BenchForecast, before: number): BenchFault {
  const message = `This forecast was imported before as ${before}, and a forecast is never changed.`;
  return { file, line, column: "forecast", rule: "forecast_must_not_change", message, text: String(probability) };
}

/** Why an answer does not go in, where it is not the one that is here. */
function faultOfAnswer({ outcome, row }: ImportedAnswer, here: KeptQuestion): BenchFault | null {
  if (!here.isInHand || here.outcome === outcome) return null;
  const { file, line, resolvedTo } = row;
  const message =
    here.resolutionId === null
      ? "The question has a market or a proposed answer here: its answer is decided on the site."
      : `The question is answered otherwise here (${here.outcome ?? "void"}): a new answer is decided on the site.`;
  return { file, line, column: "resolved_to", rule: "answer_must_not_change", message, text: String(resolvedTo) };
}
