import { type CrowdColumns, crowdSeriesOf } from "#core/aggregation/crowd-series.ts";
import { recencyWeightedMedian } from "#core/aggregation/recency-weighted-median.ts";
import { type Benchmark, type Figure, interleaved, timingFigures } from "./benchmark.ts";
import { chanceFrom } from "./chance.ts";
import { logPass } from "./peer-score.ts";

const ROWS = 100_000;

/** A hundred thousand forecasts on one question in order of time, by so many people, in tenths of a per cent. */
function crowdOf(people: number): CrowdColumns {
  const chance = chanceFrom(people);
  const probability = () => Math.round((0.02 + 0.96 * (0.5 * chance() + 0.5 * chance())) * 1000) / 1000;
  return {
    forecaster: Int32Array.from({ length: ROWS }, (_, i) => (i < people ? i : Math.floor(chance() * people))),
    probability: Float64Array.from({ length: ROWS }, probability),
    madeAt: Float64Array.from({ length: ROWS }, (_, i) => i * 1000),
    endedAt: new Float64Array(ROWS).fill(Number.POSITIVE_INFINITY),
  };
}

function seriesBenchmark(name: string, people: number): Benchmark {
  return {
    name,
    groups: name === "crowd-100k" ? ["scoring", "crowd"] : ["crowd"],
    run() {
      const crowd = crowdOf(people);
      const { work, ratio, cpuMs } = interleaved(
        7,
        2,
        () => crowdSeriesOf(crowd, people),
        () => logPass(crowd.probability),
      );
      const cpu: Figure = { name: `${name} cpu`, n: ROWS, value: cpuMs, unit: "ms", ratio: null, baseline: null };
      return [...timingFigures(name, ROWS, work, ratio, "Math.log over the same rows"), cpu];
    },
  };
}

/** What one submission costs: the crowd of those who stand, computed at once. */
function submissionBenchmark(name: string, active: number): Benchmark {
  return {
    name,
    groups: ["scoring", "crowd"],
    run() {
      const probability = crowdOf(active).probability.slice(0, active);
      const { work, ratio } = interleaved(
        500,
        200,
        () => recencyWeightedMedian(probability),
        () => logPass(probability),
      );
      return timingFigures(name, active, work, ratio, "Math.log over the same rows");
    },
  };
}

export const crowdBenchmarks: Benchmark[] = [
  seriesBenchmark("crowd-100k", 5_000),
  seriesBenchmark("crowd-100k-500", 500),
  seriesBenchmark("crowd-100k-20000", 20_000),
  seriesBenchmark("crowd-100k-100000", 100_000),
  submissionBenchmark("crowd-now-500", 500),
  submissionBenchmark("crowd-now-10000", 10_000),
];
