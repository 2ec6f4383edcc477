import { ensure } from "#core/errors.ts";
import { lmsrLogOdds } from "./lmsr-log-odds.ts";
import { type LmsrMarket, MICROS_PER_CREDIT, quantitiesOfMarket, ROUNDING_MARGIN } from "./lmsr-market.ts";
import { lmsrTradeCost } from "./lmsr-trade-cost.ts";

/** Equal shares of one or more outcomes; buying all but one of them is betting against that one. Negative shares are sold. */
export interface ShareTrade {
  readonly outcomes: readonly number[];
  readonly sharesMicros: bigint;
}

/** A trade with what it costs; negative is what a sale brings. */
export interface TradeQuote extends ShareTrade {
  readonly costMicros: bigint;
}

/**
 * What a trade costs in whole micro-credits, rounded against the trader.
 *
 * Formula: the LMSR's cost of equal shares of a set of outcomes. A purchase is rounded up, to at least 1 and at most what the shares can pay; the
 * proceeds of a sale are rounded down. Both first move by 10⁻¹² against the trader, more than the computation can err.
 * Units: micro-shares in, micro-credits out.
 * Errors: `shares_must_be_tradable` for no shares or shares beyond 2⁵³, `argument_must_be_in_domain` for outcomes that are not a proper part of the market's.
 * Source: R. Hanson (2003, 2007); rounded against the trader by an own rule.
 *
 * @example
 * quoteTrade({ liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }, { outcomes: [0], sharesMicros: 10_000_000n }).costMicros; // => 5124948n
 */
export function quoteTrade(market: LmsrMarket, trade: ShareTrade): TradeQuote {
  const { outcomes, sharesMicros } = trade;
  const shares = Number(sharesMicros) / MICROS_PER_CREDIT;
  ensure(sharesMicros !== 0n && Number.isSafeInteger(Number(sharesMicros)), "shares_must_be_tradable", {
    field: "sharesMicros",
  });
  const { quantities, liquidity } = quantitiesOfMarket(market);
  const cost = lmsrTradeCost(lmsrLogOdds(quantities, liquidity, outcomes), liquidity, shares) * MICROS_PER_CREDIT;
  if (sharesMicros < 0n) {
    const proceeds = BigInt(Math.max(0, Math.floor(-cost * (1 - ROUNDING_MARGIN))));
    return { outcomes, sharesMicros, costMicros: -proceeds };
  }
  const charged = BigInt(Math.max(1, Math.ceil(cost * (1 + ROUNDING_MARGIN))));
  return { outcomes, sharesMicros, costMicros: charged < sharesMicros ? charged : sharesMicros };
}

/**
 * The market once a trade is done.
 *
 * Formula: soldᵢ + shares for each outcome traded.
 * Units: micro-shares.
 * Source: definition.
 *
 * @example
 * marketAfterTrade({ liquidityMicros: 1n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }, { outcomes: [1], sharesMicros: 7n }).soldMicros; // => [0n, 7n]
 */
export function marketAfterTrade(market: LmsrMarket, { outcomes, sharesMicros }: ShareTrade): LmsrMarket {
  const traded = new Set(outcomes);
  return { ...market, soldMicros: market.soldMicros.map((sold, i) => (traded.has(i) ? sold + sharesMicros : sold)) };
}
