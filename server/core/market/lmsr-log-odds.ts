import { ensureArgument } from "#core/errors.ts";
import { logSumExp } from "./log-sum-exp.ts";

/**
 * The log-odds a logarithmic market gives to "one of these outcomes". Any trade in equal shares of a set of outcomes is a trade in a market
 * of two: the set and the rest. Log-odds keep their digits where the price itself rounds to 0 or 1.
 *
 * Formula: ln Σ_{i∈S} e^(qᵢ/b) − ln Σ_{i∉S} e^(qᵢ/b).
 * Units: quantities in credits; log-odds have none.
 * Errors: `argument_must_be_in_domain` unless the set is a proper part of the outcomes and b > 0.
 * Source: R. Hanson (2003), restated.
 *
 * @example
 * lmsrLogOdds([0, 0], 100, [0]); // => 0
 */
export function lmsrLogOdds(quantities: readonly number[], liquidity: number, outcomes: readonly number[]): number {
  const chosen = new Set(outcomes);
  ensureArgument(
    liquidity > 0 && chosen.size > 0 && chosen.size < quantities.length && outcomes.every((i) => i in quantities),
    "A trade is in some of a market's outcomes, not all.",
  );
  const greatest = Math.max(...quantities);
  const exponents = quantities.map((quantity) => (quantity - greatest) / liquidity);
  return logSumExp(exponents.filter((_, i) => chosen.has(i))) - logSumExp(exponents.filter((_, i) => !chosen.has(i)));
}

/**
 * The probability that log-odds stand for.
 *
 * Formula: 1/(1 + e^(−λ)); of the complement, the same of −λ.
 * Range: 0..1.
 * Source: definition.
 *
 * @example
 * probabilityOfLogOdds(0); // => 0.5
 */
export function probabilityOfLogOdds(logOdds: number): number {
  return logOdds < 0 ? Math.exp(logOdds) / (1 + Math.exp(logOdds)) : 1 / (1 + Math.exp(-logOdds));
}
