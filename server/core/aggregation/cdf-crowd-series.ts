import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import { type ActiveRow, activeAt } from "./active-at.ts";
import { cdfPool } from "./cdf-pool.ts";
import type { CrowdSeries } from "./crowd-series.ts";

/** One CDF of a question's history. */
export interface CdfRow extends ActiveRow {
  cdf: ArrayLike<number>;
}

/**
 * The crowd's history on a numeric or date question: quartiles of the pooled CDF, as locations in the range.
 *
 * Formula: at each instant `cdfPool` of the active forecasts, and of it the locations of 0.25, 0.5 and 0.75. A pool costs
 * n·201 numbers, so a long history is read at no more than `most` of its instants, evenly chosen, the last one included.
 * Units: epoch milliseconds; locations 0..1 (`valueAtLocation` gives the value). NaN while no one stands.
 *
 * @example
 * [...cdfCrowdSeries([{ forecaster: "a", madeAt: 1, endedAt: null, cdf: [0, 0.5, 1] }]).median]; // => [0.5]
 */
export function cdfCrowdSeries(rows: readonly CdfRow[], most = 200): CrowdSeries {
  const ends = rows.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]));
  const changes = [...new Set([...rows.map(({ madeAt }) => madeAt), ...ends])].sort((a, b) => a - b);
  const count = Math.min(most, changes.length);
  const chosen = Array.from(
    { length: count },
    (_, i) => changes[Math.ceil(((i + 1) * changes.length) / count) - 1] as number,
  );
  const crowds = chosen.map((at) => activeAt(rows, at).map(({ cdf }) => cdf));
  const pools = crowds.map((cdfs) => cdfPool(cdfs));
  const locations = (q: number) =>
    Float64Array.from(pools, (cdf) => (cdf.length === 0 ? Number.NaN : cdfQuantile(cdf, q)));
  return {
    at: Float64Array.from(chosen),
    count: Int32Array.from(crowds, (cdfs) => cdfs.length),
    lower: locations(0.25),
    median: locations(0.5),
    upper: locations(0.75),
  };
}
