import type { ForecastKind } from "#core/forecast/forecast-kind.ts";
import type { ForecastRow } from "#core/scoring/resolved-question.ts";
import { CDF_POINTS } from "#core/stated-cdf.ts";
import { activeChanges } from "./active-changes.ts";
import { ActiveOptions } from "./active-options.ts";
import type { CrowdForecast } from "./crowd-state.ts";
import { crowdSteps } from "./crowd-steps.ts";
import { neymanRoughgardenFactor } from "./neyman-roughgarden.ts";
import { RecencyMean } from "./recency-mean.ts";
import { REFERENCES, type ReferenceMethod } from "./reference-methods.ts";

const TRIMMED_SHARE = 0.1;

/**
 * What each reference (the crowd, each way of aggregating) says over a question's whole history, in the shape of forecasts, so
 * that the code that scores people scores it too.
 *
 * Formula: at every instant at which someone of the pool forecast, updated or withdrew, each method of those active; a yes/no forecast is two
 * options. Of a CDF there are the crowd and the mean, both linear pools. Extremised and Neyman–Roughgarden are the log pool to the power a or d(n), normalised: for yes or no, a·logit p.
 * Units: epoch milliseconds, probabilities. Probabilities of 0 and 1 are bounded as scores bound them. O(F log F).
 * Source: the extension to several options by powers is ours.
 *
 * @example
 * referenceForecasts("binary", [{ forecaster: "a", madeAt: 1, endedAt: null, probabilities: [0.25] }], { factor: 1 }).find((row) => row.forecaster === "mean")?.forecast; // => 0.25
 */
export function referenceForecasts(
  kind: ForecastKind,
  pool: readonly CrowdForecast[],
  { factor }: { factor: number },
): ForecastRow[] {
  const told = new ToldForecasts(kind === "binary");
  for (const step of crowdSteps(kind, pool)) {
    told.tell("crowd", step.at, step.forecasters === 0 ? null : step.probabilities);
  }
  if (kind === "continuous") tellMeanCdfs(pool, told);
  else tellAggregates(kind, pool, factor, told);
  return told.rows();
}

/** Everything but the crowd, of a question with options. */
function tellAggregates(
  kind: "binary" | "multiple_choice",
  pool: readonly CrowdForecast[],
  factor: number,
  told: ToldForecasts,
): void {
  const options = pool.map((forecast) => ({ ...forecast, probabilities: asOptions(kind, forecast.probabilities) }));
  const active = new ActiveOptions(options.map(({ probabilities }) => probabilities));
  const recent = new RecencyMean(options[0]?.probabilities.length ?? 0);
  for (const { at, begun, ended } of activeChanges(options)) {
    for (const { forecaster, probabilities } of ended) {
      active.change(probabilities, -1);
      recent.without(forecaster);
    }
    for (const { forecaster, probabilities } of begun) {
      active.change(probabilities, 1);
      recent.with(forecaster, probabilities);
    }
    const aggregates =
      active.count === 0 ? null : { ...aggregatesOf(active, factor), recency_mean: normalised(recent.mean()) };
    for (const { method } of REFERENCES) {
      if (method !== "crowd" && method !== "market") told.tell(method, at, aggregates?.[method] ?? null);
    }
  }
}

/** The plain linear pool of a question about a number or a date. */
function tellMeanCdfs(pool: readonly CrowdForecast[], told: ToldForecasts): void {
  const sums = new Float64Array(CDF_POINTS);
  let count = 0;
  const add = (cdf: readonly number[], sign: 1 | -1) => {
    count += sign;
    for (const [x, below] of cdf.entries()) sums[x] = (sums[x] as number) + sign * below;
  };
  for (const { at, begun, ended } of activeChanges(pool)) {
    for (const { probabilities } of ended) add(probabilities, -1);
    for (const { probabilities } of begun) add(probabilities, 1);
    told.tell("mean", at, count === 0 ? null : Array.from(sums, (sum) => sum / count));
  }
}

/** What each reference has said so far, each statement ended by the next. */
class ToldForecasts {
  private readonly told = new Map<ReferenceMethod, ForecastRow[]>(REFERENCES.map(({ method }) => [method, []]));
  private readonly isBinary: boolean;

  constructor(isBinary: boolean) {
    this.isBinary = isBinary;
  }

  tell(method: ReferenceMethod, at: number, probabilities: readonly number[] | null): void {
    const rows = this.told.get(method) ?? [];
    const last = rows.at(-1);
    if (last && last.endedAt === null) last.endedAt = at;
    if (!probabilities) return;
    const forecast = this.isBinary ? (probabilities[0] as number) : probabilities;
    rows.push({ forecaster: method, madeAt: at, endedAt: null, forecast, inPool: false });
  }

  rows(): ForecastRow[] {
    return [...this.told.values()].flat();
  }
}

function aggregatesOf(
  active: ActiveOptions,
  factor: number,
): Record<Exclude<ReferenceMethod, "crowd" | "market" | "recency_mean">, number[]> {
  const pool = active.logPool();
  return {
    median: normalised(active.each((values) => values.median())),
    mean: normalised(active.each((values) => values.trimmedMean(0))),
    trimmed_mean: normalised(active.each((values) => values.trimmedMean(TRIMMED_SHARE))),
    log_pool: pool,
    extremised: normalised(pool.map((probability) => probability ** factor)),
    neyman_roughgarden: normalised(pool.map((probability) => probability ** neymanRoughgardenFactor(active.count))),
  };
}

const asOptions = (kind: "binary" | "multiple_choice", probabilities: readonly number[]): readonly number[] =>
  kind === "binary" ? [probabilities[0] as number, 1 - (probabilities[0] as number)] : probabilities;

function normalised(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
