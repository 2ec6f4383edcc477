import { ensure } from "./errors.ts";

/** The lowest and highest probability a person may state: the bounds that keep every log score finite. */
export const MIN_PROBABILITY = 0.001;
export const GREATEST_PROBABILITY = 0.999;

/**
 * How far from a bound a probability may lie and still be that bound: 99.9 / 100 is 0.9990000000000001 in binary, and sums
 * of decimals lose as much. It is far below what any score or page tells apart.
 */
export const BOUND_TOLERANCE = 1e-9;

/**
 * The bound, for a probability within 1e-9 of it; any other probability as it is.
 *
 * Units: probability.
 * Source: own rule; the one tolerance of everything that is stated as a probability.
 *
 * @example
 * atBound(99.9 / 100, 0.999); // => 0.999
 * atBound(0.998, 0.999); // => 0.998
 */
export function atBound(probability: number, bound: number): number {
  return Math.abs(probability - bound) <= BOUND_TOLERANCE ? bound : probability;
}

/**
 * Whether a person may state this probability: 0.001 ≤ p ≤ 0.999, to within 1e-9. NaN is none.
 *
 * @example
 * [99.9 / 100, 0.9995].map(isStatable); // => [true, false]
 */
export function isStatable(probability: number): boolean {
  return probability >= MIN_PROBABILITY - BOUND_TOLERANCE && probability <= GREATEST_PROBABILITY + BOUND_TOLERANCE;
}

/**
 * A probability a person may state, as it is kept, or an error.
 *
 * Formula: 0.001 ≤ p ≤ 0.999; p within 1e-9 of a bound is that bound.
 * Units: probability, 0..1.
 * Errors: `probability_must_be_within_bounds`.
 * Source: the bounds Metaculus uses; they hold the Peer score within ±691.
 *
 * @example
 * statedProbability(0.25); // => 0.25
 * statedProbability(99.9 / 100); // => 0.999
 */
export function statedProbability(probability: number): number {
  ensure(isStatable(probability), "probability_must_be_within_bounds", {
    min: MIN_PROBABILITY,
    max: GREATEST_PROBABILITY,
    field: "probability",
  });
  return atBound(atBound(probability, MIN_PROBABILITY), GREATEST_PROBABILITY);
}
