import { logistic, meanLogOdds } from "./log-odds-mean.ts";

/** One resolved yes/no question: what people said and whether it happened. */
export interface ResolvedCrowd {
  probabilities: ArrayLike<number>;
  outcome: boolean;
}

/** The greatest factor considered. */
const GREATEST_FACTOR = 10;

/**
 * The extremising factor that would have served best on resolved questions, held back towards 1 (no extremising).
 *
 * Formula: the a ≥ 0 with the least Σ −ln P_a(what happened) + ½·strength·(a − 1)², where P_a = logistic(a·mean log-odds). It is
 * convex in a, so halving its increasing slope finds the only minimum.
 * Units: none; 1 without questions. `strength` is how many typical questions the doubt is worth.
 * Source: log-loss fit as in Satopää et al. (2014); the shrinkage is ours.
 *
 * @example
 * fittedExtremising([]); // => 1
 */
export function fittedExtremising(questions: readonly ResolvedCrowd[], strength = 10): number {
  const cases = questions
    .filter(({ probabilities }) => probabilities.length > 0)
    .map(({ probabilities, outcome }) => ({ x: meanLogOdds(probabilities), y: outcome ? 1 : 0 }));
  if (cases.length === 0) return 1;
  const slope = (a: number) => cases.reduce((sum, { x, y }) => sum + x * (logistic(a * x) - y), 0) + strength * (a - 1);
  let low = 0;
  let high = GREATEST_FACTOR;
  if (slope(low) >= 0) return low;
  if (slope(high) <= 0) return high;
  for (let halvings = 0; halvings < 60; halvings++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
