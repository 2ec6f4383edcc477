import { GREATEST_PROBABILITY, MIN_PROBABILITY } from "#core/probability.ts";

/**
 * A probability moved into the bounds that keep log scores finite: for imported values, never for what people enter.
 *
 * Formula: min(0.999, max(0.001, p)). Units: probability. Source: the bounds Metaculus sets; see `statedProbability`.
 *
 * @example
 * [boundedProbability(0), boundedProbability(0.5), boundedProbability(1)]; // => [0.001, 0.5, 0.999]
 */
export function boundedProbability(probability: number): number {
  return Math.min(GREATEST_PROBABILITY, Math.max(MIN_PROBABILITY, probability));
}
