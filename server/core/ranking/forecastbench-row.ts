/** What a ForecastBench resolution set says of one question at one date. */
export interface BenchResolution {
  readonly source: string;
  readonly id: string;
  /** ISO date. */
  readonly resolutionDate: string;
  /** 0 or 1 when resolved, a market's price when not. */
  readonly resolvedTo: number;
  readonly isResolved: boolean;
}

/** The columns of ForecastBench's human leaderboard. Mean Brier scores, 0 best. */
export interface BenchRow {
  readonly dataset: number;
  readonly marketResolved: number;
  readonly marketUnresolved: number;
  readonly marketOverall: number;
  readonly overallResolved: number;
  readonly overall: number;
}

/** Sources whose questions are drawn from data series, one answer per horizon. */
const DATASET_SOURCES = ["acled", "dbnomics", "fred", "wikipedia", "yfinance"] as const;
/** Sources whose questions are markets, with one answer each. */
const MARKET_SOURCES = ["infer", "manifold", "metaculus", "polymarket"] as const;

/** Every source that questions of ForecastBench come from. */
export const BENCH_SOURCES = [...DATASET_SOURCES, ...MARKET_SOURCES] as const;

/**
 * Whether a source's questions have one answer per horizon.
 *
 * @example
 * isDatasetSource("fred"); // => true
 * isDatasetSource("manifold"); // => false
 */
export function isDatasetSource(source: string): boolean {
  return (DATASET_SOURCES as readonly string[]).includes(source);
}

/**
 * The key under which forecasts of one question are gathered: with the date for data series, without for markets.
 *
 * @example
 * benchKey("fred", "a", "2024-08-20"); // => "fred:a:2024-08-20"
 * benchKey("manifold", "b", "2024-08-20"); // => "manifold:b:"
 */
export function benchKey(source: string, id: string, date: string): string {
  return `${source}:${id}:${isDatasetSource(source) ? date : ""}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The leaderboard row of one forecast per question (the median of the superforecasters, say).
 *
 * Formula: Brier = (forecast − resolvedTo)². Data series: resolved rows, one per horizon. Markets: the first row of each
 * (source, id), unresolved ones against the market's price. Overall = (mean of data series + mean of markets) / 2, with
 * resolved markets alone for `overallResolved`. Rows without a forecast are left out.
 * Units: Brier, 0..1. A column over no rows is NaN.
 * Source: Karger et al., ForecastBench, ICLR 2025; reproduces the five published rows of the July 2024 human survey.
 *
 * @example
 * forecastBenchRow([{ source: "fred", id: "a", resolutionDate: "2024-08-20", resolvedTo: 1, isResolved: true }, { source: "infer", id: "b", resolutionDate: "", resolvedTo: 0, isResolved: true }], new Map([["fred:a:2024-08-20", 0.5], ["infer:b:", 0.5]])).overallResolved; // => 0.25
 */
export function forecastBenchRow(
  resolutions: readonly BenchResolution[],
  forecasts: ReadonlyMap<string, number>,
): BenchRow {
  const losses = { dataset: [] as number[], resolved: [] as number[], unresolved: [] as number[] };
  const marketsSeen = new Set<string>();
  for (const { source, id, resolutionDate, resolvedTo, isResolved } of resolutions) {
    const key = benchKey(source, id, resolutionDate);
    const isDataset = isDatasetSource(source);
    if ((isDataset && !isResolved) || marketsSeen.has(key)) continue;
    if (!isDataset) marketsSeen.add(key);
    const forecast = forecasts.get(key);
    if (forecast === undefined) continue;
    const kind = isDataset ? "dataset" : isResolved ? "resolved" : "unresolved";
    losses[kind].push((forecast - resolvedTo) ** 2);
  }
  const dataset = mean(losses.dataset);
  const marketResolved = mean(losses.resolved);
  const marketOverall = mean([...losses.resolved, ...losses.unresolved]);
  return {
    dataset,
    marketResolved,
    marketUnresolved: mean(losses.unresolved),
    marketOverall,
    overallResolved: (dataset + marketResolved) / 2,
    overall: (dataset + marketOverall) / 2,
  };
}
