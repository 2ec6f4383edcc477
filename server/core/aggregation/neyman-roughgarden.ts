import { logistic, logOdds, meanLogOdds } from "./log-odds-mean.ts";

/**
 * The factor by which the mean log-odds of n people with partly overlapping information is extremised.
 *
 * Formula: d(n) = n(√(3n² − 3n + 1) − 2)/(n² − n − 1); d(1) = 1, and d tends to √3.
 * Source: Neyman & Roughgarden (2021), arXiv 2111.03153.
 *
 * @example
 * neymanRoughgardenFactor(1); // => 1
 */
export function neymanRoughgardenFactor(count: number): number {
  return (count * (Math.sqrt(3 * count * count - 3 * count + 1) - 2)) / (count * count - count - 1);
}

/**
 * The Neyman–Roughgarden aggregate: the log-odds mean, extremised away from the prior by `neymanRoughgardenFactor`.
 *
 * Formula: logistic(b + d(n)·(mean logit − b)), b = logit of the prior. Units: probability.
 *
 * @example
 * neymanRoughgarden([0.2, 0.8]); // => 0.5
 */
export function neymanRoughgarden(probabilities: ArrayLike<number>, prior = 0.5): number {
  const origin = logOdds(prior);
  return logistic(origin + neymanRoughgardenFactor(probabilities.length) * (meanLogOdds(probabilities) - origin));
}
