/** Anything that stands from an instant on, until another of the same forecaster replaces it or it ends. */
export interface ActiveRow {
  forecaster: string | number;
  madeAt: number;
  endedAt: number | null;
}

/**
 * The forecasts that stand at an instant, oldest update first: what every aggregate of the crowd is computed from.
 *
 * Formula: of each forecaster the last row made at or before the instant, unless it has ended by then; in order of
 * (made, forecaster). Units: epoch milliseconds. O(F). Source: own rule, the order of Metaculus' aggregations.
 *
 * @example
 * activeAt([{ forecaster: "a", madeAt: 1, endedAt: 2 }, { forecaster: "a", madeAt: 2, endedAt: null }], 3); // => [{ forecaster: "a", madeAt: 2, endedAt: null }]
 */
export function activeAt<Row extends ActiveRow>(rows: readonly Row[], at: number): Row[] {
  const last = new Map<string | number, Row>();
  for (const row of rows) {
    const before = last.get(row.forecaster);
    if (row.madeAt <= at && (before === undefined || before.madeAt <= row.madeAt)) last.set(row.forecaster, row);
  }
  return [...last.values()]
    .filter(({ endedAt }) => endedAt === null || endedAt > at)
    .sort((one, other) => one.madeAt - other.madeAt || (one.forecaster < other.forecaster ? -1 : 1));
}
