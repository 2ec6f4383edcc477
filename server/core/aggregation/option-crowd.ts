import { LEAST_PROBABILITY } from "../probability.ts";
import { meanProbability } from "./mean-and-median.ts";
import { QUARTILES } from "./recency-weighted-median.ts";
import { recencyWeights } from "./recency-weights.ts";
import { weightedQuantiles } from "./weighted-quantile.ts";

/** The crowd of a multiple-choice question, by option; null for an option that no one could forecast yet. */
export interface OptionCrowd {
  median: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
  mean: (number | null)[];
}

/**
 * The crowd's probability of each option from the standing forecasts, oldest update first.
 *
 * Formula: weighted medians m_k by option, then (m_k − 0.001)/Σ(m_j − 0.001)·(1 − 0.001·K) + 0.001, so that they sum to 1 and
 * none falls below 0.001; quartiles by option are moved by the same factor as the median. Recency weights unless others are given.
 * Units: probabilities. Source: Metaculus' aggregation of multiple choice.
 *
 * @example
 * optionCrowd([[0.5, null, 0.5]]).median; // => [0.5, null, 0.5]
 */
export function optionCrowd(
  oldestFirst: readonly (readonly (number | null)[])[],
  weights: readonly number[] = recencyWeights(oldestFirst.length),
): OptionCrowd {
  const options = Array.from({ length: oldestFirst[0]?.length ?? 0 }, (_, k) => quartilesOf(oldestFirst, weights, k));
  const known = options.filter((quartiles) => quartiles !== null);
  const excess = known.reduce((sum, { median }) => sum + median - LEAST_PROBABILITY, 0);
  const room = 1 - LEAST_PROBABILITY * known.length;
  const crowd: OptionCrowd = { median: [], lower: [], upper: [], mean: [] };
  for (const option of options) {
    const median = option && ((option.median - LEAST_PROBABILITY) / excess) * room + LEAST_PROBABILITY;
    crowd.median.push(median);
    crowd.lower.push(option && median && (option.lower * median) / option.median);
    crowd.upper.push(option && median && (option.upper * median) / option.median);
    crowd.mean.push(option?.mean ?? null);
  }
  return crowd;
}

function quartilesOf(forecasts: readonly (readonly (number | null)[])[], weights: readonly number[], k: number) {
  const values: number[] = [];
  const own: number[] = [];
  forecasts.forEach((forecast, i) => {
    const value = forecast[k];
    if (typeof value !== "number") return;
    values.push(value);
    own.push(weights[i] as number);
  });
  if (values.length === 0) return null;
  const [lower, median, upper] = weightedQuantiles(values, own, QUARTILES) as [number, number, number];
  return { lower, median, upper, mean: meanProbability(values, own) };
}
