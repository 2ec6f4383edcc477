import type { RateInterval } from "#core/calibration/wilson-interval.ts";
import { ensureArgument } from "#core/errors.ts";
import { normalQuantile } from "#core/special/normal-quantile.ts";

/**
 * The Agresti–Coull interval for a rate, kept for comparison: it may leave 0..1 and is not clipped.
 *
 * Formula: p̃ ± z·√(p̃(1−p̃)/ñ), ñ = n + z², p̃ = (x + z²/2)/ñ, z = Φ⁻¹((1+level)/2).
 * Units: successes x and trials n may be fractional weights; level in (0, 1).
 * Errors: `argument_must_be_in_domain` when n ≤ 0 or x lies outside 0..n.
 * Source: A. Agresti & B. A. Coull, The American Statistician 52 (1998), 119–126.
 *
 * @example
 * agrestiCoullInterval(0, 10).lower < 0; // => true
 */
export function agrestiCoullInterval(successes: number, trials: number, level = 0.95): RateInterval {
  ensureArgument(
    trials > 0 && successes >= 0 && successes <= trials,
    "An interval needs trials, and no more successes than trials.",
  );
  const z = normalQuantile((1 + level) / 2);
  const padded = trials + z * z;
  const centre = (successes + (z * z) / 2) / padded;
  const half = z * Math.sqrt((centre * (1 - centre)) / padded);
  return { lower: centre - half, upper: centre + half };
}
