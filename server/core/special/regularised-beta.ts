import { ensureArgument } from "#core/errors.ts";
import { continuedFraction } from "./continued-fraction.ts";
import { logGamma } from "./log-gamma.ts";

/**
 * The regularised incomplete beta function: the chance that a Beta(a, b) variable lies below x.
 *
 * Formula: I_x(a,b) = xᵃ(1−x)ᵇ/(a·B(a,b)) · continued fraction, taken at x or, by I_x(a,b) = 1 − I_{1−x}(b,a), at 1−x, whichever converges fast.
 * Range: x in [0, 1], a, b > 0; result in [0, 1]; absolute error about 10⁻¹⁴.
 * Errors: `argument_must_be_in_domain` outside these ranges.
 * Source: DLMF 8.17.22.
 *
 * @example
 * regularisedBeta(0.5, 3, 3).toFixed(12); // => "0.500000000000"
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  ensureArgument(x >= 0 && x <= 1 && a > 0 && b > 0, "A beta function needs x in 0..1, a, b > 0.");
  if (x === 0 || x === 1) return x;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a);
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(logFront) / a) * continuedFraction((k) => [numerator(k - 1, x, a, b), 1]);
}

/** The k-th partial numerator; the zeroth one starts the fraction. */
function numerator(k: number, x: number, a: number, b: number): number {
  if (k === 0) return 1;
  const m = Math.floor(k / 2);
  if (k % 2 === 0) return (m * (b - m) * x) / ((a + k - 1) * (a + k));
  return (-(a + m) * (a + b + m) * x) / ((a + k - 1) * (a + k));
}
