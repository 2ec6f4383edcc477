import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chanceFrom } from "#tests/bench/chance.ts";

const DUE_ON = "2024-07-21";
const DAY = 86_400_000;
const SERIES = ["acled", "dbnomics", "fred", "wikipedia", "yfinance"];
const MARKETS = ["infer", "manifold", "metaculus", "polymarket"];

/** The folder of a ForecastBench survey before it is written: tests put into it what they are about. */
export interface MadeSurvey {
  /** Records of `questions.json`. */
  readonly questions: unknown[];
  /** Lines of the table of forecasts, its header first. */
  readonly lines: string[];
  /** Records of the resolution sets, by their dates. */
  readonly sets: Record<string, unknown[]>;
}

interface Size {
  /** Questions drawn from data series, each asked for every horizon. */
  readonly series: number;
  readonly horizonDays: readonly number[];
  readonly markets: number;
  readonly people: number;
  /** How many of the people forecast on each question. */
  readonly forecasts: number;
}

const dayAfter = (days: number) => new Date(Date.parse(`${DUE_ON}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export function surveyQuestion(source: string, id: string, more: object = {}): Record<string, unknown> {
  return {
    id,
    source,
    question: `Will ${id} be higher on {resolution_date} than on {forecast_due_date}?`,
    resolution_criteria: `Resolves to the value of ${id}.`,
    background: "N/A",
    url: `https://example.org/${source}/${id}`,
    freeze_datetime: "2024-07-12T00:00:00+00:00",
    market_info_close_datetime: MARKETS.includes(source) ? "2025-01-01T05:00:00+00:00" : "N/A",
    ...more,
  };
}

export function surveyAnswer(source: string, id: string, date: string, more: object = {}): Record<string, unknown> {
  return { id, source, direction: null, resolution_date: date, resolved_to: 1.0, resolved: true, ...more };
}

/** A survey of the shape of the published one, the same each time. Of every three questions two are answered. */
export function madeSurvey({ series, horizonDays, markets, people, forecasts }: Size): MadeSurvey {
  const random = chanceFrom(20_240_721);
  const asked = [
    ...Array.from({ length: series }, (_, i) => ({ source: SERIES[i % SERIES.length] ?? "", id: `series-${i}` })),
    ...Array.from({ length: markets }, (_, i) => ({ source: MARKETS[i % MARKETS.length] ?? "", id: `market-${i}` })),
  ];
  const lines = ["user_id,source,question_id,resolution_date,forecast"];
  const answers: unknown[] = [];
  let number = 0;
  for (const { source, id } of asked) {
    const dates = SERIES.includes(source) ? horizonDays.map(dayAfter) : [""];
    for (const date of dates) {
      const first = Math.floor(random() * people);
      for (let i = 0; i < forecasts; i++) {
        const probability = Math.round(random() * 1000) / 1000;
        lines.push([`Person${(first + i) % people}`, source, id, date, probability].join(","));
      }
      const answer = { resolved_to: random() < 0.5 ? 0.0 : 1.0 };
      if (number++ % 3 > 0) answers.push(surveyAnswer(source, id, date || dayAfter(60), answer));
    }
  }
  return {
    questions: asked.map(({ source, id }) => surveyQuestion(source, id)),
    lines,
    sets: { "2025-08-17": answers },
  };
}

/** Puts a survey in a folder of its own, and gives the folder. */
export function writtenSurvey({ questions, lines, sets }: MadeSurvey): string {
  const directory = mkdtempSync(join(tmpdir(), "parley-survey-"));
  const write = (name: string, text: string) => writeFileSync(join(directory, name), text);
  write("questions.json", JSON.stringify({ forecast_due_date: DUE_ON, questions }, null, 1));
  write("forecasts_super_individual.csv", `${lines.join("\n")}\n`);
  for (const [date, resolutions] of Object.entries(sets)) {
    write(`resolution_set_${date}.json`, JSON.stringify({ forecast_due_date: DUE_ON, resolutions }, null, 1));
  }
  return directory;
}
