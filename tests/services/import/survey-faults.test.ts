import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Database } from "#db/client.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { importForecastBench } from "#services/import/import-forecastbench.ts";
import { reportForecastBench } from "#services/import/report-forecastbench.ts";
import { surveyAnswer, surveyQuestion, writtenSurvey } from "#tests/support/made-survey.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const HEADER = "user_id,source,question_id,resolution_date,forecast";
const DATE = "2024-08-20";
const importNow = (folder: string) => importForecastBench(job(database.prisma), folder);

/** Rows that are wrong, each with the column and the rule that names it, and what stands there. */
const WRONG = [
  [`A,fred,f,${DATE},`, "forecast", "forecast_must_be_a_probability", ""],
  [`A,fred,f,${DATE}, `, "forecast", "forecast_must_be_a_probability", " "],
  [`A,fred,f,${DATE},1.5`, "forecast", "forecast_must_be_a_probability", "1.5"],
  [`A,fred,f,${DATE},-0.1`, "forecast", "forecast_must_be_a_probability", "-0.1"],
  [`A,fred,f,${DATE},0x1`, "forecast", "forecast_must_be_a_probability", "0x1"],
  [`A,fred,f,${DATE},NaN`, "forecast", "forecast_must_be_a_probability", "NaN"],
  [`A,fred,f,${DATE},50%`, "forecast", "forecast_must_be_a_probability", "50%"],
  [`A,fred,f,${DATE},null`, "forecast", "forecast_must_be_a_probability", "null"],
  [`A,fred,f,${DATE},"0,5"`, "forecast", "forecast_must_be_a_probability", "0,5"],
  [`A,fred,unknown,${DATE},0.5`, "question_id", "question_must_be_known", "unknown"],
  [`A,infer,f,,0.5`, "question_id", "question_must_be_known", "f"],
  [`A,fred,wrong,${DATE},0.5`, "question_id", "question_must_be_sound", "wrong"],
  [`A,gjopen,f,${DATE},0.5`, "source", "source_must_be_known", "gjopen"],
  [`A,constructor,f,${DATE},0.5`, "source", "source_must_be_known", "constructor"],
  ["A,fred,f,2024-02-30,0.5", "resolution_date", "date_must_be_a_day", "2024-02-30"],
  ["A,fred,f,20/08/2024,0.5", "resolution_date", "date_must_be_a_day", "20/08/2024"],
  ["A,fred,f,,0.5", "resolution_date", "date_must_fit_question", ""],
  ["A,fred,f,2024-07-21,0.5", "resolution_date", "date_must_fit_question", "2024-07-21"],
  [`A,infer,i,${DATE},0.5`, "resolution_date", "date_must_fit_question", DATE],
  [`B,fred,f,${DATE},0.4`, "user_id", "row_must_not_repeat", "B"],
  [`,fred,f,${DATE},0.4`, "user_id", "forecaster_must_be_named", ""],
  [` B,fred,f,${DATE},0.4`, "user_id", "forecaster_must_be_named", " B"],
  [`A,fred,f,${DATE}`, "", "cells_must_fit_columns", `A,fred,f,${DATE}`],
  [`A,fred,f,${DATE},0.5,0.6`, "", "cells_must_fit_columns", `A,fred,f,${DATE},0.5,0.6`],
  [`A,"fred,f,${DATE},0.5`, "", "cells_must_fit_columns", `A,"fred,f,${DATE},0.5`],
] as const;
const SOUND = [`B,fred,f,${DATE},0.25`, `C,"fred",f,${DATE},1e-3`, "B,infer,i,,0"];
const QUESTIONS = [
  surveyQuestion("fred", "f"),
  surveyQuestion("infer", "i"),
  surveyQuestion("fred", "wrong", { question: null }),
];

const mixedRows = () =>
  [HEADER, SOUND[0], ...WRONG.map(([row]) => row), "", ...SOUND.slice(1)].join("\r\n").split("\n");
const mixed = (more: object = {}) => writtenSurvey({ questions: QUESTIONS, lines: mixedRows(), sets: {}, ...more });

test("Every row that is wrong is named with its line, column, rule and text; it spoils no other, and the report adds up.", async () => {
  const { rows, faults, counts } = await importNow(mixed());
  expect(rows).toEqual({ came: WRONG.length + 3, wentIn: 3, known: 0, leftOut: WRONG.length });
  expect(counts).toEqual({ questions: 2, forecasts: 3, forecasters: 2, resolved: 0 });
  const ofTable = faults.filter(({ file }) => file === "forecasts_super_individual.csv");
  expect(ofTable.map(({ line, column, rule, text }) => [line, column, rule, text])).toEqual(
    WRONG.map(([, column, rule, text], i) => [i + 3, column, rule, text]),
  );
  const stored = await database.run("SELECT probabilities FROM forecasts ORDER BY probabilities");
  expect(stored.map(({ probabilities }) => probabilities)).toEqual([[0], [0.001], [0.25]]);
});

test("Records of questions and answers are checked one by one, those that are no JSON among them.", async () => {
  const asked = [
    null,
    ...["a", "b", "c", "d", "e", "f2"].map((id) => surveyQuestion("infer", id)),
    surveyQuestion("fred", "g", { source: "gjopen" }),
    surveyQuestion("fred", "h", { url: "javascript:alert(1)" }),
    surveyQuestion("fred", "n", { id: "a\u0000b" }),
    surveyQuestion("infer", "j", { market_info_close_datetime: "soon" }),
    surveyQuestion("infer", "k", { market_info_close_datetime: "2024-07-01T00:00:00Z" }),
    surveyQuestion("infer", "a"),
    { source: "fred" },
  ];
  const answers = [
    surveyAnswer("infer", "a", DATE),
    surveyAnswer("infer", "b", DATE, { resolved_to: 0.5 }),
    surveyAnswer("infer", "c", DATE, { resolved_to: null }),
    surveyAnswer("infer", "d", "2024-07-21"),
    surveyAnswer("infer", "e", "2999-01-01"),
    surveyAnswer("infer", "f2", "soon"),
    surveyAnswer("infer", "f2", DATE, { resolved: "true" }),
    [1],
    surveyAnswer("gjopen", "z", DATE),
    { ...surveyAnswer("infer", "combined", DATE), id: ["a", "b"] },
  ];
  const lines = [HEADER, ...["a", "b", "c", "d", "e", "f2"].map((id) => `A,infer,${id},,0.5`)];
  const folder = writtenSurvey({ questions: asked, lines, sets: { "2024-10-26": answers } });
  const file = join(folder, "resolution_set_2024-10-26.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"resolved_to": null', '"resolved_to": NaN'));
  const { counts, faults, rows } = await importNow(folder);
  expect(rows).toEqual({ came: 6, wentIn: 6, known: 0, leftOut: 0 });
  expect(counts).toMatchObject({ questions: 6, resolved: 1 });
  expect(faults.map(({ file, column, rule }) => `${file.slice(0, 9)} ${column} ${rule}`).toSorted()).toEqual(
    [
      "questions  record_must_be_readable",
      "questions source source_must_be_known",
      "questions url address_must_be_of_the_web",
      "questions id question_must_have_an_id",
      "questions market_info_close_datetime close_must_be_an_instant",
      "questions market_info_close_datetime question_must_be_open",
      "questions id question_must_not_repeat",
      ...["id", "question", "resolution_criteria", "background", "url", "market_info_close_datetime"].map((member) => {
        const rules: Record<string, string> = {
          id: "question_must_have_an_id",
          url: "address_must_be_of_the_web",
          market_info_close_datetime: "close_must_be_an_instant",
        };
        return `questions ${member} ${rules[member] ?? "text_must_be_given"}`;
      }),
      "resolutio resolved_to answer_must_be_yes_or_no",
      "resolutio  record_must_be_readable",
      "resolutio resolution_date answer_must_follow_due_date",
      "resolutio resolution_date known_time_must_not_be_in_future",
      "resolutio resolution_date date_must_be_a_day",
      "resolutio resolved resolved_must_be_true_or_false",
      "resolutio  record_must_be_readable",
      "resolutio source source_must_be_known",
    ].toSorted(),
  );
  const lineOf = (text: string) => readFileSync(file, "utf8").split("\n").indexOf(text) + 1;
  const broken = faults.find(({ message }) => message.includes("NaN"));
  expect(broken?.line).toBe(lineOf('   "resolved_to": NaN,') - 5);
  const [set] = await reportForecastBench(job(database.prisma), folder);
  expect(set?.faults).toHaveLength(5);
});

test.each([
  ["a table without its columns", "forecasts_super_individual.csv", "user;source;forecast\na;b;1", "commas"],
  ["a table that names a column twice", "forecasts_super_individual.csv", `${HEADER},forecast\n`, "twice"],
  ["an empty table", "forecasts_super_individual.csv", "", "does not name"],
  ["questions that are cut off", "questions.json", '{"questions": [{"id": "a"', "cut off"],
  ["questions without a list", "questions.json", '{"forecast_due_date": "2024-07-21"}', "no list"],
  [
    "a due date that no calendar has",
    "questions.json",
    '{"forecast_due_date": "2024-02-30", "questions": []}',
    "no day",
  ],
  ["a due date in the future", "questions.json", '{"forecast_due_date": "2999-01-01", "questions": []}', "future"],
  ["text that is not UTF-8", "questions.json", Buffer.from('{"a": "\xe9"}', "latin1"), "UTF-8"],
] as const)("%s is refused by the file's name", async (_, name, text, reason) => {
  const folder = mixed();
  writeFileSync(join(folder, name), text);
  await expect(importNow(folder)).rejects.toMatchObject({ code: "import_must_be_readable" });
  const sentence = await importNow(folder).then(String, sentenceOf);
  expect(sentence).toContain(reason);
  expect(sentence).toContain(name);
});

test("A byte order mark is no part of a file.", async () => {
  const folder = mixed({ questions: [surveyQuestion("fred", "marked")], lines: [HEADER, `A,fred,marked,${DATE},0.5`] });
  for (const name of ["questions.json", "forecasts_super_individual.csv"]) {
    writeFileSync(join(folder, name), `\ufeff${readFileSync(join(folder, name), "utf8")}`);
  }
  expect((await importNow(folder)).rows).toEqual({ came: 1, wentIn: 1, known: 0, leftOut: 0 });
});

// The command opens a database of its own, which does not depend on the one of these tests.
test.skipIf(inject("postgresUrl"))(
  "The command ends with status 1 when something is left out, unless told otherwise, and writes what was.",
  () => {
    const home = mkdtempSync(join(tmpdir(), "parley-survey-command-"));
    const leftOut = join(home, "left-out.csv");
    const run = (...given: string[]) => {
      const { DATABASE_URL: _, ...env } = process.env;
      return spawnSync(process.execPath, ["server/cli/main.ts", "import", "forecastbench", ...given], {
        env: { ...env, PARLEY_DATA_DIR: join(home, "data") },
        encoding: "utf8",
      });
    };
    const first = run(mixed(), "--left-out", leftOut);
    expect(first.status).toBe(1);
    expect(first.stdout).toContain("Imported 2 questions (0 resolved) with 3 forecasts of 2 people.");
    expect(first.stdout).toContain(
      `${WRONG.length + 3} rows of forecasts came: 3 went in, 0 were known, ${WRONG.length} are left out.`,
    );
    expect(first.stdout).toContain(
      'forecasts_super_individual.csv line 3, forecast: Not a number from 0 to 1. (forecast_must_be_a_probability) ""',
    );
    const table = readFileSync(leftOut, "utf8").trimEnd().split("\n");
    expect(table).toHaveLength(WRONG.length + 1);
    expect(table[0]).toBe(`${HEADER},fault`);
    expect(table[1]).toBe(`A,fred,f,${DATE},,forecast_must_be_a_probability: Not a number from 0 to 1.`);
    // The table that was written can be mended and given again.
    const mended = [table[0] as string, `A,fred,f,${DATE},0.5,${table[1]?.split(",").at(-1)}`];
    const second = run(mixed({ lines: mended, questions: QUESTIONS.slice(0, 2) }));
    expect(second.stdout).toContain("1 rows of forecasts came: 1 went in, 0 were known, 0 are left out.");
    expect(second.status).toBe(0);
    const third = run(mixed(), "--allow-left-out");
    expect(third.stdout).toContain(`${WRONG.length + 3} rows of forecasts came: 0 went in, 3 were known`);
    expect(third.status).toBe(0);
  },
  240_000,
);
