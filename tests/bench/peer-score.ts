import { boundedProbability } from "#core/scoring/bounded-probability.ts";
import { columnScores } from "#core/scoring/column-scores.ts";
import type { QuestionColumns } from "#core/scoring/question-columns.ts";
import { type Benchmark, interleaved, timingFigures } from "./benchmark.ts";
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
export function scoreHistory(history: History, forecasters: number) {
  const { probability, ...timed } = history;
  const count = probability.length;
  const columns: QuestionColumns = {
    ...timed,
    logProbability: new Float64Array(count),
    loss: new Float64Array(count),
    baseline: null,
    inPool: new Uint8Array(forecasters).fill(1),
  };
  fillScores(probability, columns);
  const span = DAYS * DAY;
  return columnScores(columns, { opensAt: 0, spanMs: span, fullMs: span, spotMs: span }, 1);
}

function fillScores(probability: Float64Array, columns: QuestionColumns): void {
  // In stretches, as the sweep does it, so that the loop is compiled as a function of its own.
  for (let from = 0; from < probability.length; from += 512) {
    fillStretch(probability, columns, from, Math.min(probability.length, from + 512));
  }
}

function fillStretch(
  probability: Float64Array,
  { logProbability, loss }: QuestionColumns,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const p = probability[i] as number;
    logProbability[i] = Math.log(boundedProbability(p));
    loss[i] = (1 - p) * (1 - p);
  }
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
      const rounds = forecasters > 1000 ? 60 : 300;
      const { work, ratio } = interleaved(
        rounds,
        Math.ceil(rounds / 4),
        () => scoreHistory(history, forecasters),
        () => logPass(history.probability),
      );
      return timingFigures(name, forecasters * updates, work, ratio, "Math.log over the same rows");
    },
  };
}
