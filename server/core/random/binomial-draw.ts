import type { RandomSequence } from "./random-sequence.ts";

/** From this variance on the normal limit is drawn from instead: its shape is close, and its cost does not grow with the trials. */
const NORMAL_FROM_VARIANCE = 16;

/**
 * A random number of successes.
 *
 * Formula: below a variance of 16 by inverting the distribution step by step; above it the normal limit np + z·√(np(1−p)), rounded and kept in range.
 * Range: 0 … trials, whole.
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), X.4.
 *
 * @example
 * binomialDraw({ next: () => 0.5, below: () => 0 }, 10, 1); // => 10
 */
export function binomialDraw(random: RandomSequence, trials: number, probability: number): number {
  if (trials === 0 || probability <= 0) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - binomialDraw(random, trials, 1 - probability);
  const variance = trials * probability * (1 - probability);
  return variance < NORMAL_FROM_VARIANCE
    ? byInversion(random, trials, probability)
    : byNormalLimit(random, trials, trials * probability, Math.sqrt(variance));
}

function byInversion(random: RandomSequence, trials: number, probability: number): number {
  const odds = probability / (1 - probability);
  let chance = (1 - probability) ** trials;
  let left = random.next();
  let successes = 0;
  while (left >= chance && successes < trials) {
    left -= chance;
    chance *= (odds * (trials - successes)) / (successes + 1);
    successes++;
  }
  return successes;
}

function byNormalLimit(random: RandomSequence, trials: number, mean: number, deviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  const draw = Math.round(mean + deviation * radius * Math.cos(2 * Math.PI * random.next()));
  return Math.min(trials, Math.max(0, draw));
}
