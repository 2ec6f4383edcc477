import { questionScores } from "#core/scoring/question-scores.ts";
import type { ForecastRow, ResolvedQuestion } from "#core/scoring/resolved-question.ts";
import { type Benchmark, cpuMilliseconds, type Figure, timingFigures, timings } from "./benchmark.ts";
import { chanceFrom } from "./chance.ts";

const QUESTIONS = 2000;
const ROWS = 500;
const FORECASTERS = 60;
const DAY = 86_400_000;

/** Of ten questions seven are yes/no, two multiple choice, and one numeric with CDFs of 201 points. */
function questionOf(number: number): ResolvedQuestion {
  const timeline = { opensAt: 0, closesAt: 100 * DAY, knownAt: number % 4 === 0 ? 80 * DAY : null, revealAt: 30 * DAY };
  if (number % 10 === 9) return { ...timeline, type: "numeric", outcome: 0.4, openLower: true, openUpper: true };
  if (number % 10 >= 7) return { ...timeline, type: "multiple_choice", outcome: number % 5 };
  return { ...timeline, type: "binary", outcome: number % 3 === 0 };
}

function forecastOf(type: ResolvedQuestion["type"], chance: () => number): ForecastRow["forecast"] {
  if (type === "binary") return 0.02 + 0.96 * chance();
  if (type === "multiple_choice") {
    const raw = Array.from({ length: 5 }, () => 0.05 + chance());
    const sum = raw.reduce((total, value) => total + value, 0);
    return raw.map((value) => value / sum);
  }
  const power = 0.5 + chance();
  return Float64Array.from({ length: 201 }, (_, i) => 0.002 + 0.996 * (i / 200) ** power);
}

function rowsOf(question: ResolvedQuestion, number: number): ForecastRow[] {
  const chance = chanceFrom(number);
  return Array.from({ length: ROWS }, (_, i) => {
    const forecaster = Math.floor(chance() * FORECASTERS);
    return {
      forecaster: `person-${forecaster}`,
      madeAt: i * 0.2 * DAY,
      endedAt: null,
      forecast: forecastOf(question.type, chance),
      inPool: forecaster % 20 > 0,
    };
  });
}

/** All metrics of a million forecasts, question by question as they would be read; making the data is not counted. */
export const scoreAllBenchmark: Benchmark = {
  name: "score-1m",
  groups: ["scoring"],
  run() {
    const each: number[] = [];
    let scores = 0;
    let cpu = 0;
    let peak = 0;
    for (let number = -100; number < QUESTIONS; number++) {
      const question = questionOf(Math.abs(number));
      const rows = rowsOf(question, Math.abs(number));
      const cpuBefore = cpuMilliseconds();
      const begun = performance.now();
      const found = questionScores(question, rows);
      const ended = performance.now();
      if (number < 0) continue;
      each.push(ended - begun);
      cpu += cpuMilliseconds() - cpuBefore;
      scores += found.length;
      if (number % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    const rows = QUESTIONS * ROWS;
    const total = each.reduce((sum, ms) => sum + ms, 0);
    const figures: Figure[] = [
      { name: "score-1m", n: rows, value: total, unit: "ms", ratio: null, baseline: null },
      { name: "score-1m cpu", n: rows, value: cpu, unit: "ms", ratio: null, baseline: null },
      { name: "score-1m memory", n: scores, value: peak / 2 ** 20, unit: "MiB", ratio: null, baseline: null },
    ];
    return [...figures, ...timingFigures("score-1m one question", ROWS, timings(each), null, null)];
  },
};
