import { columnScores } from "#core/scoring/column-scores.ts";
import { type Benchmark, type Figure, interleaved, timingFigures } from "./benchmark.ts";
import { binaryColumns } from "./binary-columns.ts";
import { chanceFrom } from "./chance.ts";

const DAY = 86_400_000;
const DAYS = 200;

/** Forecasters who each come at some moment of a question of 200 days and update 19 times, in order of time as a store gives them. */
export function binaryHistory(forecasters: number, updates: number) {
  const chance = chanceFrom(forecasters);
  const made = Array.from({ length: forecasters * updates }, (_, i) => ({
    who: i % forecasters,
    at: Math.floor(chance() * DAYS * DAY),
    p: Math.round((0.02 + 0.96 * (0.6 * chance() + 0.4 * chance())) * 1000) / 1000,
  })).sort((a, b) => a.at - b.at || a.who - b.who);
  return {
    forecaster: Int32Array.from(made, (row) => row.who),
    madeAt: Float64Array.from(made, (row) => row.at),
    endedAt: new Float64Array(made.length).fill(Number.POSITIVE_INFINITY),
    probability: Float64Array.from(made, (row) => row.p),
  };
}

type History = ReturnType<typeof binaryHistory>;

/** All metrics of a yes/no question that was answered Yes, from its columns. */
export function scoreHistory({ probability, ...rows }: History, forecasters: number) {
  const columns = binaryColumns(rows, probability, true, new Uint8Array(forecasters).fill(1));
  const span = DAYS * DAY;
  return columnScores(columns, { opensAt: 0, spanMs: span, fullMs: span, spotMs: span }, 1);
}

/** The least that any scoring must do: one logarithm a row. */
export function logPass(probability: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < probability.length; i++) sum += Math.log(probability[i] as number);
  return sum;
}

export function peerBenchmark(forecasters: number, updates: number): Benchmark {
  const name = `peer-${forecasters}x${updates}`;
  return {
    name,
    groups: ["scoring"],
    run() {
      const history = binaryHistory(forecasters, updates);
      const rounds = forecasters > 1000 ? 100 : 300;
      const { work, ratio, cpuMs } = interleaved(
        rounds,
        Math.ceil(rounds / 2),
        () => scoreHistory(history, forecasters),
        () => logPass(history.probability),
      );
      const n = forecasters * updates;
      const cpu: Figure = { name: `${name} cpu`, n, value: cpuMs, unit: "ms", ratio: null, baseline: null };
      return [...timingFigures(name, n, work, ratio, "Math.log over the same rows"), cpu];
    },
  };
}
