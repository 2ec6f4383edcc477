import { ensureArgument } from "#core/errors.ts";
import { regularisedBeta } from "./regularised-beta.ts";

/**
 * The point below which a Beta(a, b) variable falls with the given probability.
 *
 * Formula: the x with I_x(a,b) = p, by bisection until neighbouring doubles are reached: slow beside Newton's method, and never astray.
 * Range: p in [0, 1], a, b > 0; x in [0, 1].
 * Errors: `argument_must_be_in_domain` outside these ranges.
 * Source: definition.
 *
 * @example
 * betaQuantile(0.5, 4, 4).toFixed(12); // => "0.500000000000"
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  ensureArgument(probability >= 0 && probability <= 1, "A quantile needs a level in [0, 1].");
  let lower = 0;
  let upper = 1;
  for (let middle = 0.5; middle > lower && middle < upper; middle = (lower + upper) / 2) {
    if (regularisedBeta(middle, a, b) < probability) lower = middle;
    else upper = middle;
    if (upper - lower < 1e-15 * upper) break;
  }
  return (lower + upper) / 2;
}
