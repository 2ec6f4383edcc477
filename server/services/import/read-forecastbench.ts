import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { DomainError } from "#core/errors.ts";
import type { BenchResolution } from "#core/ranking/forecastbench-row.ts";

const QUESTIONS = "questions.json";
const FORECASTS = "forecasts_super_individual.csv";
const RESOLUTION_SET = /^resolution_set_(\d{4}-\d{2}-\d{2})\.json$/;

const date = z.iso.date();
const question = z.object({
  id: z.string(),
  source: z.string(),
  question: z.string(),
  resolution_criteria: z.string(),
  background: z.string(),
  url: z.string(),
  freeze_datetime: z.iso.datetime({ offset: true }),
  market_info_close_datetime: z.string(),
});
const forecast = z.object({
  user_id: z.string().min(1),
  source: z.string(),
  question_id: z.string(),
  resolution_date: date.or(z.literal("")),
  forecast: z.coerce.number().min(0).max(1),
});
const resolution = z.object({
  id: z.string(),
  source: z.string(),
  resolution_date: date,
  resolved_to: z.number(),
  resolved: z.boolean(),
});

export type BenchQuestion = z.infer<typeof question>;
export type BenchForecast = z.infer<typeof forecast>;

export interface ForecastBench {
  readonly dueOn: string;
  readonly questions: BenchQuestion[];
  readonly forecasts: BenchForecast[];
}

/** Reads a file of the folder, or says which one is missing or which line of it is wrong. */
function read<T>(directory: string, name: string, understand: (text: string) => T): T {
  try {
    return understand(readFileSync(join(directory, name), "utf8"));
  } catch (error) {
    const reason =
      error instanceof z.ZodError
        ? `${error.issues[0]?.path.join(".")}: ${error.issues[0]?.message}`
        : (error as Error).message;
    throw new DomainError("import_must_be_readable", `${join(directory, name)}: ${reason}`);
  }
}

export function readForecastBench(directory: string): ForecastBench {
  const { forecast_due_date: dueOn, questions } = read(directory, QUESTIONS, (text) =>
    z.object({ forecast_due_date: date, questions: z.array(question) }).parse(JSON.parse(text)),
  );
  const forecasts = read(directory, FORECASTS, (text) => z.array(forecast).parse(parse(text, { columns: true })));
  return { dueOn, questions, forecasts };
}

export interface ResolutionSet {
  readonly name: string;
  readonly resolutions: BenchResolution[];
}

/** The folder's resolution sets, oldest first. */
export function readResolutionSets(directory: string): ResolutionSet[] {
  return readdirSync(directory)
    .filter((name) => RESOLUTION_SET.test(name))
    .sort()
    .map((file) => ({
      name: RESOLUTION_SET.exec(file)?.[1] ?? file,
      resolutions: read(directory, file, (text) =>
        z
          .object({ resolutions: z.array(resolution) })
          .parse(JSON.parse(text))
          .resolutions.map((row) => ({
            source: row.source,
            id: row.id,
            resolutionDate: row.resolution_date,
            resolvedTo: row.resolved_to,
            isResolved: row.resolved,
          })),
      ),
    }));
}
