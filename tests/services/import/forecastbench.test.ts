import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { importForecastBench } from "#services/import/import-forecastbench.ts";
import { reportForecastBench } from "#services/import/report-forecastbench.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const SURVEY = "../shared/data/forecastbench-human-2024-07-21";
const hasSurvey = existsSync(SURVEY);
if (!hasSurvey) console.warn(`SKIPPED: the ForecastBench survey is not at ${SURVEY}`);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const columns = ({ name, faults, ...row }: Awaited<ReturnType<typeof reportForecastBench>>[number]) =>
  [name, ...Object.values(row).map((value) => value.toFixed(3))].join(" ");

describe.skipIf(!hasSurvey)("importing the published ForecastBench survey", () => {
  test("is for admins and the command line", async () => {
    await expect(importForecastBench(await someone(database.prisma, "moderator"), SURVEY)).rejects.toMatchObject({
      code: "actor_must_be_permitted",
    });
  });

  test("brings in every forecast with its value and time, scores what is resolved, and reproduces the published rows", async () => {
    const { counts, rows, faults } = await importForecastBench(job(database.prisma), SURVEY);
    expect(counts).toEqual({ questions: 957, forecasts: 7693, forecasters: 40, resolved: 580 });
    expect(rows).toEqual({ came: 7693, wentIn: 7693, known: 0, leftOut: 0 });
    expect(faults).toEqual([]);
    expect(await database.prisma.forecast.count({ where: { importBatchId: { not: null } } })).toBe(7693);
    expect(await database.prisma.forecast.count({ where: { madeAt: new Date("2024-07-21T00:00:00Z") } })).toBe(7693);
    expect(await database.prisma.boardEntry.count({ where: { scope: "all" } })).toBe(40);
    expect((await reportForecastBench(job(database.prisma), SURVEY)).map(columns)).toEqual([
      "2024-10-26 0.131 0.111 0.034 0.049 0.121 0.090",
      "2025-02-16 0.118 0.084 0.058 0.074 0.101 0.096",
      "2025-03-04 0.118 0.084 0.060 0.075 0.101 0.096",
      "2025-06-08 0.118 0.087 0.049 0.074 0.102 0.096",
      "2025-08-17 0.121 0.082 0.055 0.074 0.102 0.098",
    ]);
  });

  test("adds nothing the second time", async () => {
    await expect(importForecastBench(job(database.prisma), SURVEY)).rejects.toMatchObject({
      code: "import_must_be_new",
    });
    expect(await database.prisma.forecast.count()).toBe(7693);
  });
});
