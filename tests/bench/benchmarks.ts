import { backupBenchmark } from "./backup.ts";
import type { Benchmark } from "./benchmark.ts";
import { crowdBenchmarks } from "./crowd-history.ts";
import { exportBundleBenchmark } from "./export-bundle.ts";
import { importSurveyBenchmark } from "./import-survey.ts";
import { logEventBenchmark } from "./log-event.ts";
import { logEventCommandBenchmark } from "./log-event-command.ts";
import { pageBenchmarks } from "./page.ts";
import { peerBenchmark } from "./peer-score.ts";
import { readingBenchmarks } from "./reading.ts";
import { resolveBenchmark } from "./resolve.ts";
import { scoreAllBenchmark } from "./score-all.ts";
import { scoreBundleBenchmark } from "./score-bundle.ts";
import { submitForecastBenchmark } from "./submit-forecast.ts";
import { tradeBenchmarks } from "./trade.ts";

/** Every benchmark there is, in the order in which they are listed and run. */
export const BENCHMARKS: readonly Benchmark[] = [
  peerBenchmark(100, 20),
  peerBenchmark(1000, 20),
  peerBenchmark(5000, 20),
  scoreAllBenchmark,
  scoreBundleBenchmark,
  exportBundleBenchmark,
  ...crowdBenchmarks,
  logEventBenchmark,
  logEventCommandBenchmark,
  resolveBenchmark,
  ...readingBenchmarks,
  submitForecastBenchmark,
  backupBenchmark,
  ...tradeBenchmarks,
  importSurveyBenchmark,
  ...pageBenchmarks,
];
