import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { rebuildActiveForecasts } from "#services/forecast/rebuild-active-forecasts.ts";
import { importForecastBench } from "#services/import/import-forecastbench.ts";
import { scoreResolution } from "#services/score/score-resolution.ts";
import { madeSurvey, surveyAnswer, surveyQuestion, writtenSurvey } from "#tests/support/made-survey.ts";
import { job, someone } from "#tests/support/people.ts";
import { rebuildScoreTables } from "#tests/support/rebuild-score-tables.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const SIZE = { series: 3, horizonDays: [7, 30, 200], markets: 3, people: 6, forecasts: 4 };
const rowsOf = async (text: string) => JSON.stringify(await database.run(text));
const importNow = (folder: string, progress?: (done: number, total: number) => void) =>
  importForecastBench(job(database.prisma), folder, progress);

/** Everything that is derived from forecasts and answers, by the names that are the same in every database. */
const derived = async () => ({
  activeForecasts: await rowsOf(
    "SELECT question_id, forecaster_id, forecast_id, made_at, probabilities FROM active_forecasts ORDER BY 1, 2",
  ),
  crowd: await rowsOf("SELECT * FROM crowd_steps ORDER BY question_id, number"),
  boards: await rowsOf("SELECT * FROM board_entries ORDER BY scope, forecaster_id"),
  calibration: await rowsOf("SELECT * FROM calibration_cells ORDER BY 1, 2, 3, 4"),
});

const SCORES = `SELECT q.external_key, u.name, s.peer, s.peer_coverage, s.brier, s.relative_brier, s.baseline, s.coverage, s.spot_peer
  FROM scores s JOIN current_score_runs c USING (run_id) JOIN questions q ON q.id = c.question_id JOIN users u ON u.id = s.forecaster_id
  ORDER BY 1, 2`;
const BOARDS = `SELECT CASE WHEN scope LIKE 'topic:%' THEN 'topic' ELSE scope END AS scope, u.name, questions, peer_nanos, brier_nanos, rating
  FROM board_entries b JOIN users u ON u.id = b.forecaster_id ORDER BY 1, 2`;

test("What an import leaves is what the raw rows give when everything is computed from them again.", async () => {
  await importNow(writtenSurvey(madeSurvey(SIZE)));
  const before = await derived();
  expect(before.boards).toContain("season:");
  const answers = await database.prisma.finalResolution.findMany({ select: { questionId: true, resolutionId: true } });
  expect(answers).toHaveLength(8);
  for (const { id: questionId } of await database.prisma.question.findMany({ select: { id: true } })) {
    await database.prisma.$transaction((tx) => rebuildActiveForecasts(tx, { questionId }));
  }
  for (const ids of answers) {
    // The same inputs have the same hash, so that there is no second run.
    await database.prisma.$transaction((tx) => scoreResolution(tx, ids));
  }
  expect(await database.prisma.scoreRun.count()).toBe(answers.length);
  await rebuildScoreTables(job(database.prisma));
  expect(await derived()).toEqual(before);
});

test("An import that is cut off goes on where it stopped, and ends as one that was not.", async () => {
  const folder = writtenSurvey(madeSurvey(SIZE));
  await importNow(folder);
  const [scores, boards] = [await rowsOf(SCORES), await rowsOf(BOARDS)];
  await database.close();
  database = await testDatabase();
  const cut = importNow(folder, (done) => {
    if (done === 5) throw new Error("cut off");
  });
  await expect(cut).rejects.toThrow("cut off");
  expect(await database.prisma.question.count()).toBe(5);
  const { counts, rows } = await importNow(folder);
  expect(counts.questions).toBe(7);
  expect(rows).toEqual({ came: 48, wentIn: 28, known: 20, leftOut: 0 });
  expect(await rowsOf(SCORES)).toBe(scores);
  expect(await rowsOf(BOARDS)).toBe(boards);
  await expect(importNow(folder)).rejects.toMatchObject({ code: "import_must_be_new" });
});

test("A row that was mended goes in later, and its question is scored again; a forecast is never changed.", async () => {
  const survey = madeSurvey(SIZE);
  await importNow(writtenSurvey(survey));
  const scores = await rowsOf(SCORES);
  await database.close();
  database = await testDatabase();
  const [header = "", broken = "", other = "", ...rest] = survey.lines;
  const cells = broken.split(",");
  const first = await importNow(
    writtenSurvey({ ...survey, lines: [header, [...cells.slice(0, 4), ""].join(","), other, ...rest] }),
  );
  expect(first.rows).toEqual({ came: 48, wentIn: 47, known: 0, leftOut: 1 });
  const changed = [...other.split(",").slice(0, 4), "0.123456"].join(",");
  const second = await importNow(writtenSurvey({ ...survey, lines: [header, broken, changed, ...rest] }));
  expect(second.rows).toEqual({ came: 48, wentIn: 1, known: 46, leftOut: 1 });
  expect(second.faults).toMatchObject([{ line: 3, rule: "forecast_must_not_change", text: "0.123456" }]);
  expect(await rowsOf(SCORES)).toBe(scores);
});

test("An answer that is known later goes in then; one that is here otherwise is named and left.", async () => {
  const [asked, date] = [surveyQuestion("fred", "rate"), "2024-08-20"];
  const lines = [
    "user_id,source,question_id,resolution_date,forecast",
    `A,fred,rate,${date},0.75`,
    `B,fred,rate,${date},0.25`,
  ];
  const survey = (sets: Record<string, unknown[]>) => writtenSurvey({ questions: [asked], lines, sets });
  expect((await importNow(survey({}))).counts).toMatchObject({ questions: 1, resolved: 0 });
  const yes = { "2024-10-26": [surveyAnswer("fred", "rate", date)] };
  const late = await importNow(survey(yes));
  expect(late.counts).toEqual({ questions: 0, forecasts: 0, forecasters: 0, resolved: 1 });
  expect(JSON.parse(await rowsOf(SCORES))).toHaveLength(2);
  const no = { ...yes, "2025-02-16": [surveyAnswer("fred", "rate", date, { resolved_to: 0 })] };
  const otherwise = await importNow(survey(no));
  expect(otherwise.faults).toMatchObject([{ file: "resolution_set_2025-02-16.json", rule: "answer_must_not_change" }]);
  expect(JSON.parse(await rowsOf("SELECT outcome FROM resolutions"))).toEqual([{ outcome: "yes" }]);
});

test("Nothing is put under the name of somebody who can sign in, or of another person whose id differs by capitals.", async () => {
  await someone(database.prisma, "forecaster", "superforecaster-Ada");
  const lines = ["user_id,source,question_id,resolution_date,forecast"];
  const people = ["Ada", "bob", "BOB", "with blank", "m".repeat(60)];
  const folder = (more: string[]) => {
    const rows = [...people, ...more].map((person) => `${person},infer,market,,0.5`);
    return writtenSurvey({ questions: [surveyQuestion("infer", "market")], lines: [...lines, ...rows], sets: {} });
  };
  await importNow(folder([]));
  expect(await database.prisma.activeForecast.count()).toBe(5);
  expect(await database.prisma.forecast.count({ where: { forecaster: { email: { not: null } } } })).toBe(0);
  expect((await importNow(folder(["Cleo"]))).rows).toEqual({ came: 6, wentIn: 1, known: 5, leftOut: 0 });
});

test("A question whose title does not hold all of it keeps the whole in its background.", async () => {
  const question = `${"Will it be so? ".repeat(20)}\n\ne.g. on {resolution_date}`;
  const asked = surveyQuestion("fred", "long", { question, background: "Since 1990." });
  const lines = ["user_id,source,question_id,resolution_date,forecast", "A,fred,long,2024-08-20,0.5"];
  await importNow(writtenSurvey({ questions: [asked], lines, sets: {} }));
  const { title, background } = await database.prisma.question.findFirstOrThrow();
  expect(title).toHaveLength(200);
  expect(background).toBe(`${"Will it be so? ".repeat(20)}\n\ne.g. on 2024-08-20\n\nSince 1990.`);
});
