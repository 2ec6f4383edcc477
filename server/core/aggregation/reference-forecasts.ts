import type { ForecastRow } from "../scoring/resolved-question.ts";
import { type CrowdForecast, crowdSteps } from "./crowd-steps.ts";
import { neymanRoughgardenFactor } from "./neyman-roughgarden.ts";
import { REFERENCES, type ReferenceMethod } from "./reference-methods.ts";
import { StandingOptions } from "./standing-options.ts";

const TRIMMED_SHARE = 0.1;

interface Event {
  readonly at: number;
  readonly isStart: boolean;
  readonly forecast: CrowdForecast;
}

/**
 * What each reference (the crowd, each way of aggregating) says over a question's whole history, in the shape of forecasts, so
 * that the code that scores people scores it too.
 *
 * Formula: at every instant at which someone of the pool forecast, updated or withdrew, each method of those standing; a yes/no forecast is two
 * options. Extremised and Neyman–Roughgarden are the log pool to the power a or d(n), normalised: for yes or no, a·logit p.
 * Units: epoch milliseconds, probabilities. Probabilities of 0 and 1 are bounded as scores bound them. O(F log F).
 * Source: `scoring.md` §5; the extension to several options by powers is ours.
 *
 * @example
 * referenceForecasts([{ forecaster: "a", madeAt: 1, endedAt: null, probabilities: [0.25] }], { factor: 1 }).find((row) => row.forecaster === "mean")?.forecast; // => 0.25
 */
export function referenceForecasts(pool: readonly CrowdForecast[], { factor }: { factor: number }): ForecastRow[] {
  const isBinary = pool[0]?.probabilities.length === 1;
  const told = new Map<ReferenceMethod, ForecastRow[]>(REFERENCES.map(({ method }) => [method, []]));
  const tell = (method: ReferenceMethod, at: number, probabilities: readonly number[] | null) => {
    const rows = told.get(method) ?? [];
    const last = rows.at(-1);
    if (last && last.endedAt === null) last.endedAt = at;
    if (!probabilities) return;
    const forecast = isBinary ? (probabilities[0] as number) : probabilities;
    rows.push({ forecaster: method, madeAt: at, endedAt: null, forecast, inPool: false });
  };
  for (const step of crowdSteps(pool)) {
    tell("crowd", step.at, step.forecasters === 0 ? null : step.probabilities);
  }
  const options = pool.map((forecast) => ({ ...forecast, probabilities: asOptions(forecast.probabilities) }));
  const standing = new StandingOptions(options.map(({ probabilities }) => probabilities));
  const events = eventsOf(options);
  for (const [i, { at, isStart, forecast }] of events.entries()) {
    standing.change(forecast.probabilities, isStart ? 1 : -1);
    if (events[i + 1]?.at === at) continue;
    const aggregates = standing.count === 0 ? null : aggregatesOf(standing, factor);
    for (const { method } of REFERENCES) {
      if (method !== "crowd" && method !== "market") tell(method, at, aggregates?.[method] ?? null);
    }
  }
  return [...told.values()].flat();
}

function aggregatesOf(
  standing: StandingOptions,
  factor: number,
): Record<Exclude<ReferenceMethod, "crowd" | "market">, number[]> {
  const pool = standing.logPool();
  return {
    median: normalised(standing.each((values) => values.median())),
    mean: normalised(standing.each((values) => values.trimmedMean(0))),
    trimmed_mean: normalised(standing.each((values) => values.trimmedMean(TRIMMED_SHARE))),
    log_pool: pool,
    extremised: normalised(pool.map((probability) => probability ** factor)),
    neyman_roughgarden: normalised(pool.map((probability) => probability ** neymanRoughgardenFactor(standing.count))),
  };
}

/** Ends before starts of one instant: an update takes the place of what it replaces. */
function eventsOf(forecasts: readonly CrowdForecast[]): Event[] {
  return forecasts
    .filter(({ madeAt, endedAt }) => endedAt === null || endedAt > madeAt)
    .flatMap((forecast): Event[] => [
      { at: forecast.madeAt, isStart: true, forecast },
      ...(forecast.endedAt === null ? [] : [{ at: forecast.endedAt, isStart: false, forecast }]),
    ])
    .sort((a, b) => a.at - b.at || Number(a.isStart) - Number(b.isStart));
}

const asOptions = (probabilities: readonly number[]): readonly number[] =>
  probabilities.length === 1 ? [probabilities[0] as number, 1 - (probabilities[0] as number)] : probabilities;

function normalised(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}
