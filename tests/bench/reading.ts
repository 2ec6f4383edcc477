import { createCaller } from "#server/api/root.ts";
import type { Benchmark, Figure } from "./benchmark.ts";
import { interleavedReads, timingFigures } from "./benchmark.ts";
import { type BenchDatabase, fill, onEmbedded, onPostgres } from "./databases.ts";
import { filledForecasts } from "./filled-forecasts.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const ROUNDS = 200;
const WARM_UP = 50;

type Caller = ReturnType<typeof createCaller>;

/** A thing that pages read, and what it is measured beside. */
interface Reading {
  readonly name: string;
  read(caller: Caller): Promise<unknown>;
  readonly baseline: { readonly name: string; readonly text: string };
  /** How often the baseline is run: a scan of a million rows takes its time. */
  readonly rounds: number;
}

const CALIBRATION: Reading = {
  name: "calibration-read",
  read: (caller) => caller.calibration.read({}),
  baseline: {
    name: "a scan of the forecasts",
    text: `SELECT round(f.probabilities[1] * 1000) AS cell, count(*), count(*) FILTER (WHERE r.outcome = 'yes') AS outcome
      FROM forecasts f JOIN final_resolutions d ON d.question_id = f.question_id JOIN resolutions r ON r.id = d.resolution_id
      GROUP BY 1`,
  },
  rounds: 5,
};

const BOARD: Reading = {
  name: "board-read",
  read: (caller) => caller.board.read({ limit: 100 }),
  baseline: {
    name: "a bare top 100",
    text: `SELECT b.*, u.name FROM board_entries b JOIN users u ON u.id = b.forecaster_id
      WHERE b.scope = 'all' AND NOT u.is_bot ORDER BY b.rating DESC, b.forecaster_id LIMIT 100`,
  },
  rounds: ROUNDS,
};

async function readAt(
  db: BenchDatabase,
  forecasts: number,
  { name, read, baseline, rounds }: Reading,
): Promise<Figure[]> {
  const caller = createCaller({ actor: { kind: "anonymous" }, now: new Date(), db: db.prisma });
  const bare = () => db.bare(name, baseline.text, []);
  const { work, beside } = await interleavedReads(
    { rounds: ROUNDS, warmUp: WARM_UP, baselineRounds: rounds },
    () => read(caller),
    bare,
  );
  return timingFigures(`${name}, ${db.kind}`, forecasts, work, work.p50 / beside.p50, baseline.name);
}

/** Through the router, as pages read, after ten thousand, a hundred thousand and a million forecasts, on each database. */
function readingBenchmark(reading: Reading): Benchmark {
  return {
    name: reading.name,
    groups: ["scoring", "database"],
    async run() {
      const figures: Figure[] = [];
      for (const on of [onPostgres<Figure[]>, onEmbedded<Figure[]>]) {
        for (const forecasts of SIZES) {
          const found = on(async (db) => {
            await fill(db, filledForecasts(forecasts));
            return readAt(db, forecasts, reading);
          });
          figures.push(...(await found));
        }
      }
      return figures;
    },
  };
}

export const readingBenchmarks: Benchmark[] = [readingBenchmark(CALIBRATION), readingBenchmark(BOARD)];
