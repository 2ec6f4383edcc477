import { ensureArgument } from "#core/errors.ts";

/** B₂ₖ/(2k(2k−1)), k = 1…7: the terms of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
/** From here on seven terms of the series reach double precision. */
const SERIES_FROM = 12;

/**
 * The natural logarithm of the gamma function.
 *
 * Formula: Stirling's series at x ≥ 12; below that ln Γ(x) = ln Γ(x+n) − ln (x(x+1)…(x+n−1)).
 * Range: x > 0; relative error about 10⁻¹⁵ away from the zeros at 1 and 2.
 * Errors: `argument_must_be_in_domain` for x ≤ 0.
 * Source: Abramowitz & Stegun 6.1.40, 6.1.15.
 *
 * @example
 * Math.round(Math.exp(logGamma(6))); // => 120
 */
export function logGamma(x: number): number {
  ensureArgument(x > 0, "The gamma function is taken of positive numbers only.");
  let shifted = x;
  let product = 1;
  for (; shifted < SERIES_FROM; shifted++) product *= shifted;
  const inverseSquare = 1 / (shifted * shifted);
  const series = STIRLING.reduceRight((sum, term) => sum * inverseSquare + term, 0) / shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}
