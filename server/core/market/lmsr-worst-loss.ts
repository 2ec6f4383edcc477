import { ensureArgument } from "#core/errors.ts";

/**
 * The most a logarithmic market maker can lose, whatever is traded and whatever happens: the subsidy to set aside.
 *
 * TeX: b\,\ln\frac{1}{\min_i p_{0,i}}
 * Formula: b·ln(1/min p₀), p₀ the opening prices; b·ln n from uniform ones.
 * Units: credits.
 * Errors: `argument_must_be_in_domain` unless every opening price is positive and b > 0.
 * Source: R. Hanson (2003).
 *
 * @example
 * lmsrWorstLoss([0.5, 0.5], 100) === 100 * Math.log(2); // => true
 */
export function lmsrWorstLoss(openingPrices: readonly number[], liquidity: number): number {
  const least = Math.min(...openingPrices);
  ensureArgument(least > 0 && least <= 1 && liquidity > 0, "Opening prices lie between 0 and 1.");
  return liquidity * Math.log(1 / least);
}
