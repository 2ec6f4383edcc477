import { ensureArgument } from "#core/errors.ts";

/** What a person who moves a whole market's prices buys, pays, and earns under each outcome. */
export interface MarketScoringMove {
  readonly shares: number[];
  readonly cost: number;
  /** b·ln(rₖ/pₖ): a log score measured against the prices found. */
  readonly netPayoffs: number[];
}

/**
 * A change of prices as a trade: the market scoring rule. Over a sequence the payoffs telescope, so the maker loses b·ln(last/first).
 *
 * TeX: d_k=b\,\ln\frac{r_k}{p_k}
 * Formula: d = b·ln(r/p); buy dₖ − min d shares of each outcome k for −min d; net when k happens: dₖ.
 * Units: credits and shares; prices positive, each set summing to 1.
 * Errors: `argument_must_be_in_domain` for a price that is not positive or sets of different length.
 * Source: R. Hanson (2003).
 *
 * @example
 * marketScoringMove([0.25, 0.75], [0.25, 0.75], 100); // => { shares: [0, 0], cost: 0, netPayoffs: [0, 0] }
 */
export function marketScoringMove(
  from: readonly number[],
  to: readonly number[],
  liquidity: number,
): MarketScoringMove {
  ensureArgument(
    from.length === to.length && [...from, ...to].every((price) => price > 0),
    "A move needs a positive price for every outcome, before and after.",
  );
  const netPayoffs = to.map((price, k) => liquidity * Math.log(price / (from[k] as number)));
  const least = Math.min(...netPayoffs);
  return { shares: netPayoffs.map((payoff) => payoff - least), cost: 0 - least, netPayoffs };
}
