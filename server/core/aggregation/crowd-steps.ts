import { type CrowdState, crowdOfStanding } from "./crowd-of-standing.ts";

/** One forecast of a question's history; `endedAt` is set by the update that replaced it or by a withdrawal. */
export interface CrowdForecast {
  readonly forecaster: string;
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly probabilities: readonly number[];
}

export interface CrowdStep extends CrowdState {
  readonly at: number;
}

/**
 * The crowd's whole history: one step at every instant at which somebody forecast, updated or withdrew.
 *
 * Formula: `crowdOfStanding` of the forecasts standing at each such instant, in order of (made, forecaster).
 * Units: epoch milliseconds, probabilities 0..1. O(F · n): for histories that are brought in whole; a single question with
 * hundreds of thousands of forecasts is `crowdSeries`' work.
 * Source: own rule; it is what submitting the same forecasts one by one leaves behind.
 *
 * @example
 * crowdSteps([{ forecaster: "a", madeAt: 1, endedAt: 5, probabilities: [0.25] }]).map(({ at, forecasters }) => [at, forecasters]); // => [[1, 1], [5, 0]]
 */
export function crowdSteps(forecasts: readonly CrowdForecast[]): CrowdStep[] {
  const stood = forecasts.filter(({ madeAt, endedAt }) => endedAt === null || endedAt > madeAt);
  const begins = [...stood].sort(inOrder);
  const ends = stood
    .filter((row): row is CrowdForecast & { endedAt: number } => row.endedAt !== null)
    .sort((one, other) => one.endedAt - other.endedAt);
  const standing = new Map<string, CrowdForecast>();
  const instants = [...new Set(stood.flatMap(({ madeAt, endedAt }) => [madeAt, endedAt ?? madeAt]))];
  let begun = 0;
  let ended = 0;
  return instants
    .sort((one, other) => one - other)
    .map((at) => {
      for (let row = ends[ended]; row && row.endedAt <= at; row = ends[++ended]) standing.delete(row.forecaster);
      for (let row = begins[begun]; row && row.madeAt <= at; row = begins[++begun]) {
        standing.set(row.forecaster, row);
      }
      const rows = [...standing.values()].sort(inOrder);
      return { at, ...crowdOfStanding(rows.map(({ probabilities }) => probabilities)) };
    });
}

/** Oldest update first; at one instant, by forecaster. */
function inOrder(one: CrowdForecast, other: CrowdForecast): number {
  return one.madeAt - other.madeAt || (one.forecaster < other.forecaster ? -1 : 1);
}
