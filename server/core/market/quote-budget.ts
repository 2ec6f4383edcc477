import { lmsrLogOdds } from "./lmsr-log-odds.ts";
import { type LmsrMarket, MICROS_PER_CREDIT, quantitiesOfMarket } from "./lmsr-market.ts";
import { lmsrSharesForBudget } from "./lmsr-shares-for-budget.ts";
import { quoteTrade, type TradeQuote } from "./quote-trade.ts";

/**
 * The most shares that a budget buys, or null when it buys none.
 *
 * Formula: the LMSR's shares for the budget, rounded down, then searched downwards for the largest number whose rounded cost stays within it.
 * Units: micro-credits in, micro-shares out.
 * Errors: as `quoteTrade`.
 * Source: R. Hanson (2007), inverted.
 *
 * @example
 * quoteBudget({ liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }, { outcomes: [0], budgetMicros: 10_000_000n })?.costMicros; // => 10000000n
 */
export function quoteBudget(
  market: LmsrMarket,
  { outcomes, budgetMicros }: { outcomes: readonly number[]; budgetMicros: bigint },
): TradeQuote | null {
  if (budgetMicros <= 0n) return null;
  const { quantities, liquidity } = quantitiesOfMarket(market);
  const budget = Number(budgetMicros) / MICROS_PER_CREDIT;
  const { shares } = lmsrSharesForBudget(lmsrLogOdds(quantities, liquidity, outcomes), liquidity, budget);
  let tooMany = BigInt(Math.floor(shares * MICROS_PER_CREDIT)) + 1n;
  let best: TradeQuote | null = null;
  for (let tried = tooMany - 1n; tried > (best?.sharesMicros ?? 0n); ) {
    const quote = quoteTrade(market, { outcomes, sharesMicros: tried });
    if (quote.costMicros <= budgetMicros) best = quote;
    else tooMany = tried;
    tried = ((best?.sharesMicros ?? 0n) + tooMany) / 2n;
  }
  return best;
}
