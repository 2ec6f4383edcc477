import { z } from "zod";
import { benchKey, isDatasetSource } from "#core/ranking/forecastbench-row.ts";
import { statedNumber } from "#core/stated-number.ts";
import { FAULT_COLUMN, isLeftOutTable } from "#core/table/fault-column.ts";
import { unguardedCell } from "#core/table/formula-guard.ts";
import { statedDay } from "#core/time/stated-day.ts";
import { type BenchFault, schemaFaults, shortText } from "./bench-fault.ts";
import { type BenchFile, type TableLine, tableLines, unreadableFile } from "./bench-file.ts";
import { type BenchQuestion, type BenchQuestions, benchId, benchSource, questionOf } from "./read-bench-questions.ts";

const COLUMNS = ["user_id", "source", "question_id", "resolution_date", "forecast"] as const;

const row = z.object({
  user_id: benchId(),
  source: benchSource(),
  question_id: benchId(),
  resolution_date: z.string().refine((date) => date === "" || statedDay(date) !== null, "Not a day as 2024-08-20 is."),
  forecast: z.string().transform((stated, context) => {
    const number = statedNumber(stated);
    if (number !== null && number >= 0 && number <= 1) return number;
    context.addIssue({ code: "custom", message: "Not a number from 0 to 1." });
    return z.NEVER;
  }),
});

/** A sound row of the table of forecasts. */
export interface BenchForecast {
  readonly line: number;
  readonly cells: readonly string[];
  readonly userId: string;
  readonly question: BenchQuestion;
  /** The day that a data series is asked about; "" of a market. */
  readonly date: string;
  /** Of the question, at its date where it has several. */
  readonly key: string;
  readonly probability: number;
}

export interface LeftOutRow {
  readonly cells: readonly string[];
  readonly faults: readonly BenchFault[];
}

export interface BenchForecasts {
  readonly file: string;
  readonly header: readonly string[];
  /** Columns that nothing is read from. */
  readonly unread: readonly string[];
  readonly sound: readonly BenchForecast[];
  readonly leftOut: readonly LeftOutRow[];
}

/** The forecasts of a survey. Each row is sound, or is named with what is wrong with it: no row spoils another. */
export function readBenchForecasts(file: BenchFile, questions: BenchQuestions): BenchForecasts {
  const [head, ...lines] = tableLines(file);
  const header = headerOf(file, head);
  const isGuarded = isLeftOutTable(header);
  const sound: BenchForecast[] = [];
  const leftOut: LeftOutRow[] = [];
  const lineOf = new Map<string, number>();
  for (const written of lines) {
    const line = isGuarded ? { ...written, cells: written.cells?.map(unguardedCell) ?? null } : written;
    const read = readRow(file.name, header, line, questions);
    const forecast = "faults" in read ? read : onlyOnce(file.name, read, lineOf);
    if ("faults" in forecast) leftOut.push({ cells: line.cells ?? [line.text], faults: forecast.faults });
    else sound.push(forecast);
  }
  const known: readonly string[] = [...COLUMNS, FAULT_COLUMN];
  return { file: file.name, header, unread: header.filter((name) => !known.includes(name)), sound, leftOut };
}

function headerOf({ name }: BenchFile, head: TableLine | undefined): readonly string[] {
  const header = head?.cells ?? [];
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const isParted = header.length === 1 && /[;\t|]/.test(header[0] ?? "");
    const hint = isParted ? " Its columns are not parted by commas: save it with commas." : "";
    throw unreadableFile(name, `Line 1 does not name the column ${missing.join(", ")}.${hint}`);
  }
  const twice = header.find((column, i) => header.indexOf(column) < i);
  if (twice !== undefined) throw unreadableFile(name, `Line 1 names the column ${twice} twice.`);
  return header;
}

type RowReading = BenchForecast | { readonly faults: readonly BenchFault[] };

function readRow(file: string, header: readonly string[], tableLine: TableLine, questions: BenchQuestions): RowReading {
  const { line, text, cells } = tableLine;
  const place = { file, line };
  if (cells?.length !== header.length) {
    const message = cells
      ? `There are ${cells.length} cells for ${header.length} columns.`
      : "A quote is out of place.";
    return { faults: [{ ...place, column: "", rule: "cells_must_fit_columns", message, text: shortText(text) }] };
  }
  const record = Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""]));
  const read = row.safeParse(record);
  if (!read.success) return { faults: schemaFaults(place, record, read.error) };
  const { user_id: userId, source, question_id: id, resolution_date: date, forecast: probability } = read.data;
  const asked = questionOf(source, id);
  const question = questions.byKey.get(asked);
  if (!question) {
    const wrong = questions.wrong.get(asked);
    const [rule, message] = wrong
      ? ["question_must_be_sound", `The question on line ${wrong.line} of ${wrong.file} is left out itself.`]
      : ["question_must_be_known", "The survey has no such question."];
    return { faults: [{ ...place, column: "question_id", rule, message, text: shortText(id) }] };
  }
  const message = faultOfDate(source, date, questions);
  if (message)
    return { faults: [{ ...place, column: "resolution_date", rule: "date_must_fit_question", message, text: date }] };
  return { line, cells, userId, question, date, key: benchKey(source, id, date), probability };
}

/** A data series is asked about a day after the forecasts were due; a market has no day of its own. */
function faultOfDate(source: string, date: string, { dueOn }: BenchQuestions): string | null {
  if (!isDatasetSource(source)) return date === "" ? null : "A question of a market is asked once, without a date.";
  if (date === "") return "A question of a data series is asked for a date.";
  return date > dueOn ? null : `Forecasts were due on ${dueOn}, so this was known.`;
}

/** One person forecasts once on a question: the first row counts. */
function onlyOnce(file: string, forecast: BenchForecast, lineOf: Map<string, number>): RowReading {
  const { line, userId, key } = forecast;
  const whose = JSON.stringify([userId, key]);
  const first = lineOf.get(whose);
  if (first === undefined) {
    lineOf.set(whose, line);
    return forecast;
  }
  const message = `Line ${first} has this person's forecast on this question.`;
  return { faults: [{ file, line, column: "user_id", rule: "row_must_not_repeat", message, text: shortText(userId) }] };
}
