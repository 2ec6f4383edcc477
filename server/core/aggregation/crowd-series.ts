import { activeSpans } from "#core/scoring/active-spans.ts";
import { CrowdQuantileTracker } from "./crowd-quantiles.ts";

/** One forecast that may count for the crowd. */
export interface CrowdRow {
  forecaster: string | number;
  madeAt: number;
  endedAt: number | null;
  /** In 0..1. */
  probability: number;
}

/** The crowd's history as columns: at each `at` (epoch milliseconds) it became this, until the next. NaN while no one stands. */
export interface CrowdSeries {
  at: Float64Array;
  count: Int32Array;
  lower: Float64Array;
  median: Float64Array;
  upper: Float64Array;
}

/**
 * The whole history of the crowd on one question: recency-weighted median and quartiles at every change.
 *
 * Formula: at each instant the active forecasts in order of last update (ties by forecaster) have the weights
 * w_k = e^(√k − √n), equal for n ≤ 2; the step holds their weighted quartiles. Equals `recencyWeightedMedian` of the
 * active forecasts at each instant exactly. An update ends the row before it; a row with an end is withdrawn then.
 * Units: probabilities 0..1. Cost: O(F log F) to order, then about 64 blocks of √n ranks per change (`RecencyBlocks`).
 *
 * @example
 * [...crowdSeries([{ forecaster: "a", madeAt: 1, endedAt: null, probability: 0.25 }, { forecaster: "b", madeAt: 2, endedAt: 5, probability: 0.5 }]).median]; // => [0.25, 0.375, 0.25]
 */
export function crowdSeries(rows: readonly CrowdRow[]): CrowdSeries {
  const names = [...new Set(rows.map((row) => row.forecaster))].sort((a, b) => (a < b ? -1 : 1));
  const index = new Map(names.map((name, at) => [name, at]));
  const forecaster = Int32Array.from(rows, (row) => index.get(row.forecaster) as number);
  const probability = Float64Array.from(rows, (row) => row.probability);
  const madeAt = Float64Array.from(rows, (row) => row.madeAt);
  const endedAt = Float64Array.from(rows, (row) => row.endedAt ?? Number.POSITIVE_INFINITY);
  return crowdSeriesOf({ forecaster, probability, madeAt, endedAt }, names.length);
}

/** The columns of `crowdSeries`: forecasters numbered from 0, `endedAt` Infinity where nothing ended the row. */
export interface CrowdColumns {
  forecaster: Int32Array;
  probability: Float64Array;
  madeAt: Float64Array;
  endedAt: Float64Array;
}

/** `crowdSeries` for callers that hold columns. */
export function crowdSeriesOf(columns: CrowdColumns, forecasters: number): CrowdSeries {
  const { forecaster, probability, madeAt, endedAt } = columns;
  const timed = { forecaster, madeAt, endedAt, logProbability: probability, loss: probability };
  const forever = { opensAt: Number.NEGATIVE_INFINITY, endsAt: Number.POSITIVE_INFINITY };
  const { startsAt, endsAt, begun, withdrawn } = activeSpans(timed, forecasters, forever);
  const values = probability
    .slice()
    .sort()
    .filter((value, i, sorted) => i === 0 || value !== sorted[i - 1]);

  const tracker = new CrowdQuantileTracker(values, forecasters);
  const series = emptySeries(begun.length + withdrawn.length);
  let steps = 0;
  let next = 0;
  let leaving = 0;
  while (next < begun.length || leaving < withdrawn.length) {
    const starts = next < begun.length ? (startsAt[begun[next] as number] as number) : Number.POSITIVE_INFINITY;
    const ends =
      leaving < withdrawn.length ? (endsAt[withdrawn[leaving] as number] as number) : Number.POSITIVE_INFINITY;
    const now = Math.min(starts, ends);
    for (let row = withdrawn[leaving]; row !== undefined && endsAt[row] === now; row = withdrawn[++leaving]) {
      tracker.withdraw(forecaster[row] as number);
    }
    for (let row = begun[next]; row !== undefined && startsAt[row] === now; row = begun[++next]) {
      tracker.forecast(forecaster[row] as number, indexOfValue(values, probability[row] as number));
    }
    const { lower, median, upper } = tracker.quantiles();
    series.at[steps] = now;
    series.count[steps] = tracker.count;
    series.lower[steps] = lower;
    series.median[steps] = median;
    series.upper[steps++] = upper;
  }
  return firstSteps(series, steps);
}

/** Where a value lies among the distinct values, by halving. */
function indexOfValue(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function emptySeries(length: number): CrowdSeries {
  return {
    at: new Float64Array(length),
    count: new Int32Array(length),
    lower: new Float64Array(length),
    median: new Float64Array(length),
    upper: new Float64Array(length),
  };
}

function firstSteps(series: CrowdSeries, steps: number): CrowdSeries {
  return {
    at: series.at.slice(0, steps),
    count: series.count.slice(0, steps),
    lower: series.lower.slice(0, steps),
    median: series.median.slice(0, steps),
    upper: series.upper.slice(0, steps),
  };
}
