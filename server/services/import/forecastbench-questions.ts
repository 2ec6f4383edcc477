import { createHash } from "node:crypto";
import { benchKey, isDatasetSource } from "#core/ranking/forecastbench-row.ts";
import { statedDay } from "#core/time/stated-day.ts";
import type { BenchFault } from "./bench-fault.ts";
import type { BenchForecast } from "./read-bench-forecasts.ts";
import type { BenchQuestion, BenchQuestions } from "./read-bench-questions.ts";
import type { ForecastBench } from "./read-forecastbench.ts";
import type { PlacedResolution, ResolutionSet } from "./read-resolution-sets.ts";

/** What a resolution set says of a question, and where. */
export interface ImportedAnswer {
  readonly outcome: "yes" | "no";
  readonly knownAt: Date;
  readonly set: string;
  readonly row: PlacedResolution;
}

/** One question as Parley keeps it: a data series' question is one for each horizon. */
export interface ImportedQuestion {
  readonly key: string;
  readonly slug: string;
  readonly title: string;
  readonly background: string;
  readonly finePrint: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly forecasts: readonly BenchForecast[];
  readonly answer: ImportedAnswer | null;
}

const DAY_MS = 86_400_000;
const LONGEST_TITLE = 200;

/** As much of a line as a title may hold; no sign is cut in two. */
function titleOf(line: string): string {
  if (line.length <= LONGEST_TITLE) return line;
  const most = line.slice(0, LONGEST_TITLE - 1);
  return `${most.isWellFormed() ? most : most.slice(0, -1)}…`;
}

/** The first line of a question is its title; where that is not all of it, the whole begins its background. */
function wordsOf(question: BenchQuestion, dueOn: string, date: string): { title: string; background: string } {
  const whole = question.question.replaceAll("{resolution_date}", date).replaceAll("{forecast_due_date}", dueOn);
  const title = titleOf(whole.split("\n", 1)[0] ?? whole);
  const background = question.background === "N/A" ? "" : question.background;
  return { title, background: (title === whole ? [background] : [whole, background]).filter(Boolean).join("\n\n") };
}

/** When a question closes: on its date, or as its market says, or a year after the forecasts were due. */
function closeOf(question: BenchQuestion, date: string, dueAt: number): Date {
  if (isDatasetSource(question.source)) return new Date(statedDay(date) ?? Number.NaN);
  return new Date(question.marketClosesAt ?? dueAt + 365 * DAY_MS);
}

/** What each set resolves of the questions asked, the newest set first. A market's first row counts, as on the leaderboard. */
function resolvedRows(sets: readonly ResolutionSet[]): Map<string, { row: PlacedResolution; set: string }> {
  const found = new Map<string, { row: PlacedResolution; set: string }>();
  for (const { name, resolutions } of sets.toReversed()) {
    const seen = new Set<string>();
    for (const row of resolutions) {
      const key = benchKey(row.source, row.id, row.resolutionDate);
      if (seen.has(key) || found.has(key)) continue;
      seen.add(key);
      if (row.isResolved) found.set(key, { row, set: name });
    }
  }
  return found;
}

/** What keeps a row from being the answer of its question. */
function faultOfAnswer(row: PlacedResolution, { dueOn }: BenchQuestions, now: number): BenchFault | null {
  const { file, line, resolvedTo, resolutionDate } = row;
  if (resolvedTo !== 0 && resolvedTo !== 1) {
    const message = "An answer that is kept is yes or no, 1 or 0.";
    return { file, line, column: "resolved_to", rule: "answer_must_be_yes_or_no", message, text: String(resolvedTo) };
  }
  const day = { file, line, column: "resolution_date", text: resolutionDate };
  if (resolutionDate <= dueOn) {
    return {
      ...day,
      rule: "answer_must_follow_due_date",
      message: `Forecasts were due on ${dueOn}, so this was known.`,
    };
  }
  if ((statedDay(resolutionDate) ?? Number.NaN) <= now) return null;
  return { ...day, rule: "known_time_must_not_be_in_future", message: "This day has not come yet." };
}

/** Every question of the survey that somebody forecast on, with its forecasts and its answer, and what is wrong with answers. */
export function forecastBenchQuestions(
  { questions, forecasts, sets }: ForecastBench,
  now: number,
): { items: ImportedQuestion[]; faults: BenchFault[] } {
  const faults: BenchFault[] = [];
  const resolved = resolvedRows(sets);
  const answerOf = (key: string, closesAt: Date): ImportedAnswer | null => {
    const found = resolved.get(key);
    if (!found) return null;
    const fault = faultOfAnswer(found.row, questions, now);
    if (fault) {
      faults.push(fault);
      return null;
    }
    const { row, set } = found;
    const knownAt = new Date(Math.min(statedDay(row.resolutionDate) ?? Number.NaN, closesAt.getTime()));
    return { outcome: row.resolvedTo === 1 ? "yes" : "no", knownAt, set, row };
  };
  const groups = Map.groupBy(forecasts.sound, ({ key }) => key);
  const items = [...groups].flatMap(([key, rows]): ImportedQuestion[] => {
    const [first] = rows;
    if (!first) return [];
    const { question, date } = first;
    const closesAt = closeOf(question, date, questions.dueAt);
    return [
      {
        key,
        slug: `forecastbench-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`,
        ...wordsOf(question, questions.dueOn, date),
        finePrint: `${question.criteria}\n\n<${question.url}>`,
        opensAt: new Date(questions.dueAt),
        closesAt,
        forecasts: rows,
        answer: answerOf(key, closesAt),
      },
    ];
  });
  return { items, faults };
}
