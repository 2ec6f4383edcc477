import { ensureArgument } from "#core/errors.ts";
import { continuedFraction } from "./continued-fraction.ts";
import { logGamma } from "./log-gamma.ts";

/**
 * The regularised upper incomplete gamma function Q(a, x): the tail of a Gamma(a) variable above x.
 *
 * Formula: 1 − xᵃe⁻ˣ Σ xᵏ/Γ(a+k+1) below x = a + 1, and the Legendre continued fraction above it.
 * Range: a > 0, x ≥ 0; result in [0, 1]. The χ² tail with d degrees of freedom is Q(d/2, x/2).
 * Errors: `argument_must_be_in_domain` outside these ranges.
 * Source: DLMF 8.7.1, 8.9.2.
 *
 * @example
 * regularisedUpperGamma(1, 2).toFixed(12); // => Math.exp(-2).toFixed(12)
 */
export function regularisedUpperGamma(a: number, x: number): number {
  ensureArgument(a > 0 && x >= 0, "An incomplete gamma function needs a > 0 and x ≥ 0.");
  if (x === 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) return 1 - front * lowerSeries(a, x);
  return front * continuedFraction((k) => (k === 1 ? [1, x + 1 - a] : [-(k - 1) * (k - 1 - a), x + 2 * k - 1 - a]));
}

/** Σ xᵏ / (a(a+1)…(a+k)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}
