import { ensureArgument } from "#core/errors.ts";

/** The trade that brings a price to a target. */
export interface TargetTrade {
  /** `for` buys the outcome, `against` buys equal shares of all others. */
  readonly side: "for" | "against";
  readonly shares: number;
  readonly cost: number;
}

/**
 * The purchase that moves an outcome's price from p to t.
 *
 * Formula: t ≥ p: buy b·(logit t − logit p) shares for b·ln((1−p)/(1−t)); t < p: buy b·(logit p − logit t) shares of every other outcome for b·ln(p/t).
 * Units: credits and shares; prices in (0, 1).
 * Errors: `argument_must_be_in_domain` for a price or a target at or outside 0 and 1.
 * Source: R. Hanson (2007).
 *
 * @example
 * lmsrTargetTrade({ price: 0.5, target: 0.5, liquidity: 100 }); // => { side: "for", shares: 0, cost: 0 }
 */
export function lmsrTargetTrade(trade: { price: number; target: number; liquidity: number }): TargetTrade {
  const { price, target, liquidity } = trade;
  ensureArgument(
    price > 0 && price < 1 && target > 0 && target < 1,
    "A price moves between 0 and 1, without reaching either.",
  );
  const gain = Math.log(target / price);
  const loss = Math.log((1 - price) / (1 - target));
  return target >= price
    ? { side: "for", shares: liquidity * (gain + loss), cost: liquidity * loss }
    : { side: "against", shares: -liquidity * (gain + loss), cost: -liquidity * gain };
}
