import { ensureArgument } from "#core/errors.ts";
import { betaQuantile } from "#core/special/beta-quantile.ts";
import type { RateInterval } from "./wilson-interval.ts";

/**
 * The Clopper–Pearson interval for a rate: never below its level, and wider than needed for it.
 *
 * Formula: lower = Beta quantile (1−level)/2 of (x, n−x+1), upper = Beta quantile (1+level)/2 of (x+1, n−x); 0 and 1 at the ends.
 * Units: successes x and trials n may be fractional weights; level in (0, 1).
 * Errors: `argument_must_be_in_domain` when n ≤ 0 or x lies outside 0..n.
 * Source: C. J. Clopper & E. S. Pearson, Biometrika 26 (1934), 404–413.
 *
 * @example
 * clopperPearsonInterval(0, 10).lower; // => 0
 */
export function clopperPearsonInterval(successes: number, trials: number, level = 0.95): RateInterval {
  ensureArgument(
    trials > 0 && successes >= 0 && successes <= trials,
    "An interval needs trials, and no more successes than trials.",
  );
  const misses = trials - successes;
  return {
    lower: successes === 0 ? 0 : betaQuantile((1 - level) / 2, successes, misses + 1),
    upper: misses === 0 ? 1 : betaQuantile((1 + level) / 2, successes + 1, misses),
  };
}
