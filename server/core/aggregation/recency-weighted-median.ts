import { rankWeights } from "./recency-weights.ts";
import { weightedQuantiles } from "./weighted-quantile.ts";

/** The middle of a crowd and its interquartile band. */
export interface CrowdQuantiles {
  lower: number;
  median: number;
  upper: number;
}

export const QUARTILES = [0.25, 0.5, 0.75] as const;
const CELLS = 1024;

/**
 * The recency-weighted median and quartiles of the standing forecasts, given oldest update first.
 *
 * Formula: weighted quantiles of the values with w_k = e^(√k − √n), equal weights for n ≤ 2.
 * Values are first gathered in 1,024 cells of [0, 1], and only the cells that hold a quantile are sorted: O(n), exact.
 * Units: those of the values, which must lie in 0..1. NaN without forecasts. Source: Metaculus' community prediction.
 *
 * @example
 * recencyWeightedMedian([0.25, 0.5]); // => { lower: 0.25, median: 0.375, upper: 0.5 }
 */
export function recencyWeightedMedian(oldestFirst: ArrayLike<number>): CrowdQuantiles {
  const n = oldestFirst.length;
  const { weight } = rankWeights(n + 1);
  if (n <= 64) {
    const weights = n <= 2 ? null : weight.subarray(1, n + 1);
    const [lower, median, upper] = weightedQuantiles(oldestFirst, weights, QUARTILES);
    return { lower: lower as number, median: median as number, upper: upper as number };
  }
  const cells = new Float64Array(CELLS + 1);
  for (let k = 0; k < n; k++) {
    const cell = ((oldestFirst[k] as number) * CELLS) | 0;
    cells[cell] = (cells[cell] as number) + (weight[k + 1] as number);
  }
  let sum = 0;
  for (const mass of cells) sum += mass;
  const [lower, median, upper] = QUARTILES.map((q) => quantileByCells(oldestFirst, weight, cells, q, sum));
  return { lower: lower as number, median: median as number, upper: upper as number };
}

/** Finds the cell that the quantile falls in, and the quantile among that cell's values. */
function quantileByCells(
  values: ArrayLike<number>,
  weight: Float64Array,
  cells: Float64Array,
  q: number,
  sum: number,
): number {
  const goal = q * sum;
  let cell = 0;
  let below = 0;
  while (cell < CELLS && below + (cells[cell] as number) < goal) below += cells[cell++] as number;
  const near = Math.abs(below - goal) < 1e-9 * sum || Math.abs(below + (cells[cell] as number) - goal) < 1e-9 * sum;
  if (near) return weightedQuantiles(values, weight.subarray(1, values.length + 1), [q])[0] as number;
  const held: { value: number; mass: number }[] = [];
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    if (((value * CELLS) | 0) === cell) held.push({ value, mass: weight[k + 1] as number });
  }
  held.sort((a, b) => a.value - b.value);
  for (const { value, mass } of held) {
    below += mass;
    if (below >= goal) return value;
  }
  return (held.at(-1) as { value: number }).value;
}
