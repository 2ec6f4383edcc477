import { ensureArgument } from "#core/errors.ts";
import { normalQuantile } from "#core/special/normal-quantile.ts";

/** An interval of rates, both ends within 0..1. */
export interface RateInterval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval for a rate: the default, since it never leaves 0..1 and holds its level even for few trials.
 *
 * TeX: \frac{\hat p+\frac{z^2}{2n}\pm z\sqrt{\frac{\hat p(1-\hat p)}{n}+\frac{z^2}{4n^2}}}{1+\frac{z^2}{n}}
 * Formula: (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n), z = Φ⁻¹((1+level)/2).
 * Units: successes and trials may be fractional weights; level in (0, 1).
 * Errors: `argument_must_be_in_domain` when n ≤ 0 or successes lie outside 0..n.
 * Source: E. B. Wilson, JASA 22 (1927), 209–212.
 *
 * @example
 * wilsonInterval(0, 10).lower; // => 0
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): RateInterval {
  ensureArgument(
    trials > 0 && successes >= 0 && successes <= trials,
    "An interval needs trials, and no more successes than trials.",
  );
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const rate = successes / trials;
  const centre = (rate + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = Math.sqrt(z2 * ((rate * (1 - rate)) / trials + z2 / (4 * trials * trials))) / (1 + z2 / trials);
  return {
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === trials ? 1 : Math.min(1, centre + half),
  };
}
