import { benchFile } from "./bench-file.ts";
import { type BenchForecasts, readBenchForecasts } from "./read-bench-forecasts.ts";
import { type BenchQuestions, readBenchQuestions } from "./read-bench-questions.ts";
import { type ResolutionSet, readResolutionSets } from "./read-resolution-sets.ts";

const QUESTIONS = "questions.json";
const FORECASTS = "forecasts_super_individual.csv";

export interface ForecastBench {
  readonly questions: BenchQuestions;
  readonly forecasts: BenchForecasts;
  readonly sets: readonly ResolutionSet[];
}

/** Reads a survey's folder; `now` bounds what it may say of the past. */
export function readForecastBench(directory: string, now: number): ForecastBench {
  const questions = readBenchQuestions(benchFile(directory, QUESTIONS), now);
  const forecasts = readBenchForecasts(benchFile(directory, FORECASTS), questions);
  return { questions, forecasts, sets: readResolutionSets(directory) };
}
