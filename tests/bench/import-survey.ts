import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importForecastBench } from "#services/import/import-forecastbench.ts";
import { madeSurvey, writtenSurvey } from "#tests/support/made-survey.ts";
import { type Benchmark, type Figure, timings } from "./benchmark.ts";
import { type BenchDatabase, onEmbedded, onPostgres } from "./databases.ts";

const ROUNDS = 3;
/** As many questions, people and forecasts as the published survey has. */
const SHAPE = { series: 108, horizonDays: [7, 30, 60, 90, 120, 180, 270, 365], markets: 93, people: 40, forecasts: 8 };

/** Brings a survey into an empty database; gives the milliseconds, and how many forecasts went in. */
async function timedImport(db: BenchDatabase, folder: string): Promise<{ ms: number; forecasts: number }> {
  const ctx = { actor: { kind: "job", name: "bench" }, now: new Date(), db: db.prisma } as const;
  const begun = performance.now();
  const { counts } = await importForecastBench(ctx, folder);
  return { ms: performance.now() - begun, forecasts: counts.forecasts };
}

/** The milliseconds that the database takes to copy the same forecasts from a file into a table like theirs. */
async function timedCopy(db: BenchDatabase): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), "parley-bench-"));
  // The server is another user.
  chmodSync(directory, 0o777);
  const file = join(directory, "forecasts");
  await db.run("CREATE TABLE bare_forecasts (LIKE forecasts INCLUDING ALL)");
  await db.run(`COPY forecasts TO '${file}'`);
  const begun = performance.now();
  await db.run(`COPY bare_forecasts FROM '${file}'`);
  const ended = performance.now();
  rmSync(directory, { recursive: true, force: true });
  return ended - begun;
}

/**
 * Importing a survey of 957 questions and 7,700 forecasts, beside a COPY of its forecasts alone: the one in `--folder=DIRECTORY`,
 * or one that is made.
 */
export const importSurveyBenchmark: Benchmark = {
  name: "import-forecastbench",
  groups: ["database"],
  async run({ folder: given }) {
    const folder = given ?? writtenSurvey(madeSurvey(SHAPE));
    const [imports, copies]: [number[], number[]] = [[], []];
    let n = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await onPostgres(async (db) => {
        const { ms, forecasts } = await timedImport(db, folder);
        copies.push(await timedCopy(db));
        imports.push(ms);
        n = forecasts;
      });
    }
    const embedded = await onEmbedded((db) => timedImport(db, folder));
    if (given === null) rmSync(folder, { recursive: true, force: true });
    const [times, beside] = [timings(imports), timings(copies)];
    const name = "import-forecastbench";
    const ratio = times.p50 / beside.p50;
    const figures: Figure[] = [
      { name: `${name}, postgres`, n, value: times.p50, unit: "ms", ratio, baseline: "a bare COPY of its forecasts" },
      { name: `${name}, bare COPY`, n, value: beside.p50, unit: "ms", ratio: null, baseline: null },
      { name: `${name}, embedded`, n, value: embedded.ms, unit: "ms", ratio: null, baseline: null },
    ];
    return figures;
  },
};
