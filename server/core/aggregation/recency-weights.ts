import { ensureArgument } from "#core/errors.ts";

/** e^(√k) of the largest rank still is a finite number when divided by e^350. */
const GREATEST_RANK = 1_000_000;
const SCALE = 350;

/**
 * The weights of n active forecasts by the order of their last update, oldest first; the newest has weight 1.
 *
 * TeX: w_k=e^{\sqrt k-\sqrt n},\quad k=1,\dots,n
 * Formula: w_k = e^(√k − √n), k = 1…n; equal weights for n ≤ 2. Units: none. Source: Metaculus' recency weighting.
 *
 * @example
 * recencyWeights(2); // => [1, 1]
 * recencyWeights(4)[0]; // => Math.exp(-1)
 */
export function recencyWeights(count: number): number[] {
  if (count <= 2) return Array.from({ length: count }, () => 1);
  return Array.from({ length: count }, (_, k) => Math.exp(Math.sqrt(k + 1) - Math.sqrt(count)));
}

/** Weights by rank up to a common factor, which no weighted mean or quantile can see, and their running sums. */
export interface RankWeights {
  /** e^(√k − 350) at index k; 0 at index 0. */
  weight: Float64Array;
  /** Sum of the weights of ranks 1…k at index k. */
  total: Float64Array;
}

let table: RankWeights = { weight: new Float64Array(1), total: new Float64Array(1) };

/**
 * The recency weights of ranks 1…count without the factor e^(−√n), so that one table serves every n.
 *
 * The table is computed once and grows; it holds nothing but the function's own values.
 * Errors: `argument_must_be_in_domain` above one million.
 */
export function rankWeights(count: number): RankWeights {
  ensureArgument(count <= GREATEST_RANK, `At most ${GREATEST_RANK} forecasts can be weighted.`);
  const known = table.weight.length;
  if (count < known) return table;
  const length = Math.min(GREATEST_RANK + 1, Math.max(1024, 2 * count));
  const weight = new Float64Array(length);
  const total = new Float64Array(length);
  weight.set(table.weight);
  total.set(table.total);
  for (let k = known; k < length; k++) {
    weight[k] = Math.exp(Math.sqrt(k) - SCALE);
    total[k] = (total[k - 1] as number) + (weight[k] as number);
  }
  table = { weight, total };
  return table;
}
