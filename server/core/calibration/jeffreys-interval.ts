import { ensureArgument } from "#core/errors.ts";
import { betaQuantile } from "#core/special/beta-quantile.ts";
import type { RateInterval } from "./wilson-interval.ts";

/**
 * The Jeffreys interval for a rate: equal tails of the Beta posterior, its ends pinned at 0 and 1.
 *
 * Formula: quantiles (1∓level)/2 of Beta(x+½, n−x+½); lower = 0 when x = 0, upper = 1 when x = n.
 * Units: successes x and trials n may be fractional weights; level in (0, 1).
 * Errors: `argument_must_be_in_domain` when n ≤ 0 or x lies outside 0..n.
 * Source: L. D. Brown, T. T. Cai & A. DasGupta, Statistical Science 16 (2001), 101–133.
 *
 * @example
 * jeffreysInterval(10, 10).upper; // => 1
 */
export function jeffreysInterval(successes: number, trials: number, level = 0.95): RateInterval {
  ensureArgument(
    trials > 0 && successes >= 0 && successes <= trials,
    "An interval needs trials, and no more successes than trials.",
  );
  const [a, b] = [successes + 0.5, trials - successes + 0.5];
  return {
    lower: successes === 0 ? 0 : betaQuantile((1 - level) / 2, a, b),
    upper: successes === trials ? 1 : betaQuantile((1 + level) / 2, a, b),
  };
}
