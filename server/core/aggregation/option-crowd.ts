import { meanProbability } from "./mean-and-median.ts";
import { normalisedOptions } from "./normalised-options.ts";
import { type CrowdQuantiles, QUARTILES, recencyWeightedMedian } from "./recency-weighted-median.ts";
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
 * The crowd's probability of each option from the active forecasts, oldest update first.
 *
 * Formula: `recencyWeightedMedian` of each option among the forecasts that know it, or weighted medians with other weights if
 * they are given; then `normalisedOptions`. The means are weighted the same, and sum to 1 by themselves.
 * Units: probabilities. Source: Metaculus' aggregation of multiple choice.
 *
 * @example
 * optionCrowd([[0.5, null, 0.5]]).median; // => [0.5, null, 0.5]
 */
export function optionCrowd(
  oldestFirst: readonly (readonly (number | null)[])[],
  weights?: readonly number[],
): OptionCrowd {
  const columns = Array.from({ length: oldestFirst[0]?.length ?? 0 }, (_, k) => columnOf(oldestFirst, weights, k));
  const quantiles = columns.map((column) => (column === null ? null : quantilesOf(column)));
  const options = normalisedOptions(quantiles);
  return {
    median: options.map((option) => option?.median ?? null),
    lower: options.map((option) => option?.lower ?? null),
    upper: options.map((option) => option?.upper ?? null),
    mean: columns.map(
      (column) => column && meanProbability(column.values, column.weights ?? recencyWeights(column.values.length)),
    ),
  };
}

interface OptionColumn {
  values: number[];
  weights: number[] | null;
}

function columnOf(
  forecasts: readonly (readonly (number | null)[])[],
  weights: readonly number[] | undefined,
  k: number,
): OptionColumn | null {
  const known = forecasts.flatMap((forecast, i) => {
    const value = forecast[k];
    return typeof value === "number" ? [{ value, weight: weights?.[i] ?? 1 }] : [];
  });
  if (known.length === 0) return null;
  return { values: known.map(({ value }) => value), weights: weights ? known.map(({ weight }) => weight) : null };
}

function quantilesOf({ values, weights }: OptionColumn): CrowdQuantiles {
  if (weights === null) return recencyWeightedMedian(values);
  const [lower, median, upper] = weightedQuantiles(values, weights, QUARTILES) as [number, number, number];
  return { lower, median, upper };
}
