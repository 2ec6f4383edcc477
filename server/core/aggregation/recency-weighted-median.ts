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
 * The recency-weighted median and quartiles of the active forecasts, given oldest update first.
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
  const sum = gatherMass(oldestFirst, weight, cells);
  return {
    lower: quantileByCells(oldestFirst, weight, cells, 0.25, sum),
    median: quantileByCells(oldestFirst, weight, cells, 0.5, sum),
    upper: quantileByCells(oldestFirst, weight, cells, 0.75, sum),
  };
}

/** Adds each value's weight to its cell; gives the sum. */
function gatherMass(values: ArrayLike<number>, weight: Float64Array, cells: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) {
    const cell = ((values[k] as number) * CELLS) | 0;
    const mass = weight[k + 1] as number;
    cells[cell] = (cells[cell] as number) + mass;
    sum += mass;
  }
  return sum;
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
  let mass = cells[0] as number;
  while (cell < CELLS && below + mass < goal) {
    below += mass;
    mass = cells[++cell] as number;
  }
  const near = Math.abs(below - goal) < 1e-9 * sum || Math.abs(below + mass - goal) < 1e-9 * sum;
  if (near) return weightedQuantiles(values, weight.subarray(1, values.length + 1), [q])[0] as number;
  const [first, last] = extremesOfCell(values, cell);
  return first === last ? first : quantileInCell(values, weight, cell, goal - below);
}

/** The least and the greatest value of a cell: mostly the same, as people state whole per cents. */
function extremesOfCell(values: ArrayLike<number>, cell: number): [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    if (((value * CELLS) | 0) !== cell) continue;
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return [first, last];
}

function quantileInCell(values: ArrayLike<number>, weight: Float64Array, cell: number, goal: number): number {
  const held: { value: number; mass: number }[] = [];
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    if (((value * CELLS) | 0) === cell) held.push({ value, mass: weight[k + 1] as number });
  }
  held.sort((a, b) => a.value - b.value);
  let below = 0;
  for (const { value, mass } of held) {
    below += mass;
    if (below >= goal) return value;
  }
  return (held.at(-1) as { value: number }).value;
}
