import { ensure } from "./errors.ts";

/** The lowest and highest probability a person may state: the bounds that keep every log score finite. */
export const LEAST_PROBABILITY = 0.001;
export const GREATEST_PROBABILITY = 0.999;

/**
 * A probability a person may state, or an error.
 *
 * Formula: 0.001 ≤ p ≤ 0.999.
 * Units: probability, 0..1.
 * Errors: `probability_must_be_within_bounds`.
 * Source: the bounds Metaculus uses; they hold the Peer score within ±691.
 *
 * @example
 * statedProbability(0.25); // => 0.25
 */
export function statedProbability(probability: number): number {
  ensure(
    probability >= LEAST_PROBABILITY && probability <= GREATEST_PROBABILITY,
    "probability_must_be_within_bounds",
    `A probability must lie between ${LEAST_PROBABILITY * 100} % and ${GREATEST_PROBABILITY * 100} %.`,
    "probability",
  );
  return probability;
}
