import { z } from "zod";
import { BENCH_SOURCES, isDatasetSource } from "#core/ranking/forecastbench-row.ts";
import { isKeptInstant } from "#core/time/instant-bounds.ts";
import { statedDay } from "#core/time/stated-day.ts";
import { statedInstant } from "#core/time/stated-instant.ts";
import { safeText, sourceUrl } from "#services/safe-text.ts";
import { type BenchFault, type BenchPlace, schemaFaults, shortText } from "./bench-fault.ts";
import { type BenchFile, jsonMembers, jsonRecords, parsed, unreadableFile } from "./bench-file.ts";

/** How a survey writes that there is nothing to say. */
const NOTHING = ["", "N/A"];

/** A name that others refer to: as it is written, so without blanks around it. */
export const benchId = () =>
  z
    .string("A text must stand here.")
    .refine((text) => text === text.trim(), "There are blanks around it.")
    .pipe(safeText({ max: 500 }));

export const benchSource = () => z.enum(BENCH_SOURCES, "No source of ForecastBench has this name.");

const text = (max: number, min = 1) => z.string("A text must stand here.").pipe(safeText({ min, max }));

const question = z.object({
  id: benchId(),
  source: benchSource(),
  question: text(5_000),
  resolution_criteria: text(8_000),
  background: text(20_000, 0),
  url: z.string("A text must stand here.").pipe(sourceUrl()),
  // Null where the source names no close.
  market_info_close_datetime: z.string("A text must stand here.").transform((close, context) => {
    if (NOTHING.includes(close)) return null;
    const at = statedInstant(close);
    if (at !== null && isKeptInstant(at)) return at;
    context.addIssue({ code: "custom", message: "Not an ISO 8601 instant with a zone." });
    return z.NEVER;
  }),
});

export interface BenchQuestion extends BenchPlace {
  readonly id: string;
  readonly source: string;
  readonly question: string;
  readonly criteria: string;
  readonly background: string;
  readonly url: string;
  /** When the market closes, as its source says; null where it says nothing. */
  readonly marketClosesAt: number | null;
}

export interface BenchQuestions {
  /** The day on which the forecasts were due. */
  readonly dueOn: string;
  readonly dueAt: number;
  readonly byKey: ReadonlyMap<string, BenchQuestion>;
  /** Where a question stands that is wrong itself. */
  readonly wrong: ReadonlyMap<string, BenchPlace>;
  readonly faults: readonly BenchFault[];
}

export const questionOf = (source: string, id: string) => `${source}:${id}`;

/** The day of a survey: every forecast is taken to have been made at its beginning. */
function dueDay(file: BenchFile, stated: unknown, now: number): { dueOn: string; dueAt: number } {
  const dueAt = typeof stated === "string" ? statedDay(stated) : null;
  if (dueAt === null) throw unreadableFile(file.name, "“forecast_due_date” is no day as 2024-07-21 is.");
  if (dueAt > now) throw unreadableFile(file.name, "“forecast_due_date” lies in the future.");
  return { dueOn: stated as string, dueAt };
}

/** The questions of a survey, each checked by itself. */
export function readBenchQuestions(file: BenchFile, now: number): BenchQuestions {
  const members = jsonMembers(file);
  const due = dueDay(file, parsed(members.get("forecast_due_date")?.text ?? ""), now);
  const { records, faults } = jsonRecords(file, members.get("questions"), "questions");
  const byKey = new Map<string, BenchQuestion>();
  const wrong = new Map<string, BenchPlace>();
  for (const { record, ...place } of records) {
    const read = question.safeParse(record);
    if (!read.success) {
      faults.push(...schemaFaults(place, record, read.error));
      const { source, id } = record as { source?: unknown; id?: unknown };
      if (typeof source === "string" && typeof id === "string") wrong.set(questionOf(source, id), place);
      continue;
    }
    const { id, source, resolution_criteria: criteria, market_info_close_datetime: closesAt, ...rest } = read.data;
    const key = questionOf(source, id);
    const asked = {
      ...place,
      ...rest,
      id,
      source,
      criteria,
      marketClosesAt: isDatasetSource(source) ? null : closesAt,
    };
    const fault = faultOfQuestion(asked, byKey.get(key), due.dueAt);
    if (!fault) byKey.set(key, asked);
    else {
      faults.push({ ...place, ...fault });
      if (!byKey.has(key)) wrong.set(key, place);
    }
  }
  return { ...due, byKey, wrong, faults };
}

/** What is wrong with a question beside others, or with its times. */
function faultOfQuestion(
  { id, marketClosesAt }: BenchQuestion,
  first: BenchQuestion | undefined,
  dueAt: number,
): Omit<BenchFault, keyof BenchPlace> | null {
  if (first) {
    const message = `Line ${first.line} has this question already.`;
    return { column: "id", rule: "question_must_not_repeat", message, text: shortText(id) };
  }
  if (marketClosesAt === null || marketClosesAt > dueAt) return null;
  const text = new Date(marketClosesAt).toISOString();
  const message = "It had closed before the forecasts were due.";
  return { column: "market_info_close_datetime", rule: "question_must_be_open", message, text };
}
