import type { z } from "zod";

/** What is wrong with one row of a survey's files, and where. */
export interface BenchFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The column or member that is wrong; "" for the row as a whole. */
  readonly column: string;
  /** The rule that is broken. */
  readonly rule: string;
  readonly message: string;
  /** What stands there. */
  readonly text: string;
}

/** Where something stands in a survey's files. */
export interface BenchPlace {
  readonly file: string;
  readonly line: number;
}

const LONGEST_TEXT = 80;

/** What is said of a place: the rule is named by the column. */
const RULES: Readonly<Record<string, string>> = {
  user_id: "forecaster_must_be_named",
  source: "source_must_be_known",
  id: "question_must_have_an_id",
  question_id: "question_must_have_an_id",
  resolution_date: "date_must_be_a_day",
  forecast: "forecast_must_be_a_probability",
  resolved_to: "answer_must_be_a_probability",
  resolved: "resolved_must_be_true_or_false",
  market_info_close_datetime: "close_must_be_an_instant",
  url: "address_must_be_of_the_web",
};

/** The beginning of a text, and whether there is more. */
export function shortText(text: string): string {
  const signs = [...text.slice(0, 2 * LONGEST_TEXT)];
  return signs.length > LONGEST_TEXT ? `${signs.slice(0, LONGEST_TEXT - 1).join("")}…` : text;
}

/** What a schema finds wrong with a row, a fault for each column. */
export function schemaFaults(place: BenchPlace, row: object, error: z.ZodError): BenchFault[] {
  const byColumn = Map.groupBy(error.issues, ({ path }) => String(path[0] ?? ""));
  return [...byColumn].map(([column, [issue]]) => {
    const value = Object.hasOwn(row, column) ? (row as Record<string, unknown>)[column] : undefined;
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    const rule = RULES[column] ?? "text_must_be_given";
    return { ...place, column, rule, message: issue?.message ?? "", text: shortText(text) };
  });
}

/** A fault in words, on one line. */
export function faultLine({ file, line, column, rule, message, text }: BenchFault): string {
  const where = column === "" ? `line ${line}` : `line ${line}, ${column}`;
  return `${file} ${where}: ${message} (${rule}) ${JSON.stringify(text)}`;
}
