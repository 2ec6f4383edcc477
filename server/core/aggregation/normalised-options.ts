import { MIN_PROBABILITY } from "#core/probability.ts";
import type { CrowdQuantiles } from "./recency-weighted-median.ts";

/**
 * Medians by option made into probabilities: they sum to 1, and none falls below 0.001. Quartiles move with their median.
 *
 * Formula: (m_k − 0.001)/Σ(m_j − 0.001)·(1 − 0.001·K) + 0.001 over the K options that are known; a quartile is multiplied by
 * what its median was multiplied by. Units: probabilities; null stays null. Source: Metaculus' aggregation of multiple choice.
 *
 * @example
 * normalisedOptions([{ lower: 0.25, median: 0.5, upper: 0.5 }, null, { lower: 0.5, median: 0.5, upper: 0.75 }]); // => [{ lower: 0.25, median: 0.5, upper: 0.5 }, null, { lower: 0.5, median: 0.5, upper: 0.75 }]
 */
export function normalisedOptions(options: readonly (CrowdQuantiles | null)[]): (CrowdQuantiles | null)[] {
  const known = options.filter((option) => option !== null);
  const excess = known.reduce((sum, { median }) => sum + median - MIN_PROBABILITY, 0);
  const room = 1 - MIN_PROBABILITY * known.length;
  return options.map((option) => {
    if (option === null) return null;
    const median = ((option.median - MIN_PROBABILITY) / excess) * room + MIN_PROBABILITY;
    const moved = median / option.median;
    return { lower: option.lower * moved, median, upper: option.upper * moved };
  });
}
