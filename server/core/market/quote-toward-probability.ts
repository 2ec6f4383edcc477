import { ensure } from "#core/errors.ts";
import { lmsrLogOdds } from "./lmsr-log-odds.ts";
import { type LmsrMarket, MICROS_PER_CREDIT, quantitiesOfMarket } from "./lmsr-market.ts";
import { quoteBudget } from "./quote-budget.ts";
import { quoteTrade, type TradeQuote } from "./quote-trade.ts";

/**
 * A forecast as a trade: the purchase that moves an outcome's price to a probability, or as far as the budget goes. Null when no whole
 * micro-share lies between, or the budget buys none.
 *
 * Formula: t above the price: b·(logit t − logit p) shares of the outcome; below it: b·(logit p − logit t) shares of every other one. Rounded down,
 * so the price stops at or just short of t; beyond the budget, the most shares within it.
 * Units: probability in (0, 1); micro-credits and micro-shares.
 * Errors: `target_price_must_be_within_bounds` for a probability at or outside 0 and 1; otherwise as `quoteTrade`.
 * Source: `scoring.md` §8.1, §8.2.
 *
 * @example
 * quoteTowardProbability({ liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }, { outcome: 0, probability: 0.2, budgetMicros: 1_000_000_000n })?.outcomes; // => [1]
 */
export function quoteTowardProbability(
  market: LmsrMarket,
  target: { outcome: number; probability: number; budgetMicros: bigint },
): TradeQuote | null {
  const { outcome, probability, budgetMicros } = target;
  ensure(probability > 0 && probability < 1, "target_price_must_be_within_bounds", { field: "probability" });
  const { quantities, liquidity } = quantitiesOfMarket(market);
  const rise = Math.log(probability / (1 - probability)) - lmsrLogOdds(quantities, liquidity, [outcome]);
  const sharesMicros = BigInt(Math.floor(Math.abs(rise) * liquidity * MICROS_PER_CREDIT));
  if (sharesMicros === 0n) return null;
  const others = quantities.flatMap((_, i) => (i === outcome ? [] : [i]));
  const outcomes = rise > 0 ? [outcome] : others;
  const whole = quoteTrade(market, { outcomes, sharesMicros });
  return whole.costMicros <= budgetMicros ? whole : quoteBudget(market, { outcomes, budgetMicros });
}
