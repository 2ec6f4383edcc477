import { createHash } from "node:crypto";
import { type BenchResolution, benchKey, isDatasetSource } from "#core/ranking/forecastbench-row.ts";
import type { BenchForecast, BenchQuestion, ForecastBench, ResolutionSet } from "./read-forecastbench.ts";

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
  readonly answer: { readonly outcome: "yes" | "no"; readonly knownAt: Date; readonly set: string } | null;
}

const DAY_MS = 86_400_000;

function titleOf(question: BenchQuestion, dueOn: string, date: string): string {
  const line = question.question.split("\n", 1)[0] ?? question.question;
  const title = line.replaceAll("{resolution_date}", date).replaceAll("{forecast_due_date}", dueOn);
  return title.length > 200 ? `${title.slice(0, 199)}…` : title;
}

/** The answer of the newest set that has one. Markets: the first row of the set, as the leaderboard takes it. */
function answers(sets: readonly ResolutionSet[]): Map<string, { row: BenchResolution; set: string }> {
  const found = new Map<string, { row: BenchResolution; set: string }>();
  for (const { name, resolutions } of sets.toReversed()) {
    const seen = new Set<string>();
    for (const row of resolutions) {
      const key = benchKey(row.source, row.id, row.resolutionDate);
      if (seen.has(key) || found.has(key)) continue;
      seen.add(key);
      if (row.isResolved && (row.resolvedTo === 0 || row.resolvedTo === 1)) found.set(key, { row, set: name });
    }
  }
  return found;
}

/** The close of a market as the source tells it, or a year after the forecasts were due where it tells none. */
function scheduledClose(question: BenchQuestion, date: string, dueAt: Date): Date {
  const told = new Date(isDatasetSource(question.source) ? `${date}T00:00:00Z` : question.market_info_close_datetime);
  const close = Number.isNaN(told.getTime()) ? new Date(dueAt.getTime() + 365 * DAY_MS) : told;
  return close > dueAt ? close : new Date(dueAt.getTime() + DAY_MS);
}

/** Every question of the set that somebody forecast on, with its forecasts and its answer. */
export function forecastBenchQuestions(
  { dueOn, questions, forecasts }: ForecastBench,
  sets: readonly ResolutionSet[],
): ImportedQuestion[] {
  const byId = new Map(questions.map((question) => [`${question.source}:${question.id}`, question]));
  const decided = answers(sets);
  const dueAt = new Date(`${dueOn}T00:00:00Z`);
  const groups = Map.groupBy(forecasts, (row) => benchKey(row.source, row.question_id, row.resolution_date));
  return [...groups].flatMap(([key, rows]) => {
    const [first] = rows;
    const question = first && byId.get(`${first.source}:${first.question_id}`);
    if (!first || !question) return [];
    const closesAt = scheduledClose(question, first.resolution_date, dueAt);
    const answer = decided.get(key);
    const answeredAt = answer ? new Date(`${answer.row.resolutionDate}T00:00:00Z`) : closesAt;
    return {
      key,
      slug: `forecastbench-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`,
      title: titleOf(question, dueOn, first.resolution_date),
      background: question.background.trim() === "N/A" ? "" : question.background.trim(),
      finePrint: `${question.resolution_criteria}\n\n<${question.url}>`,
      opensAt: dueAt,
      closesAt,
      forecasts: rows,
      answer: answer
        ? {
            outcome: answer.row.resolvedTo === 1 ? ("yes" as const) : ("no" as const),
            knownAt: answeredAt < closesAt ? answeredAt : closesAt,
            set: answer.set,
          }
        : null,
    };
  });
}
