import type { ForecastRow } from "#core/scoring/resolved-question.ts";
import { scoreExplanation } from "#core/scoring/score-explanation.ts";
import { DAY, type MetaculusForecast, type MetaculusQuestion, outcomeOf, rowsOf } from "./metaculus-rows.ts";

/** Their pool's geometric means are e to the mean ln p that a newcomer's explanation compares with, option by option. */
export function geometricMeans(forecasts: MetaculusForecast[]) {
  const first = forecasts[0];
  if (first === undefined) return [];
  const width = first.cdf ? first.cdf.length + 1 : (first.probs?.length ?? 2);
  const type = first.cdf ? "numeric" : first.probs ? "multiple_choice" : "binary";
  const byOption = Array.from({ length: width }, (_, resolutionBucket) => {
    if (first.probs?.[resolutionBucket] === null) return null;
    return othersOf({ forecasts, resolutionBucket, questionType: type });
  });
  const steps = byOption.find((steps) => steps !== null) ?? [];
  return steps.map((step, i) => ({
    day: step.startsAt / DAY,
    numForecasters: step.poolCount === 1 ? 0 : step.poolCount,
    pmf: byOption.map((of) => (of === null ? null : Math.exp(of[i]?.othersLogProbability ?? Number.NaN))),
  }));
}

function othersOf(question: MetaculusQuestion) {
  const timeline = { opensAt: 0, closesAt: 1000 * DAY, knownAt: null };
  const rows = rowsOf(question);
  const observer = { ...(rows[0] as ForecastRow), forecaster: -1, madeAt: 0, endedAt: null, inPool: false };
  return scoreExplanation({ ...outcomeOf(question), ...timeline }, [...rows, observer], -1).steps;
}
