import { MICROS } from "#core/ledger/micros.ts";
import { fillOrder, setsMade, sharesWithinBudget, type TradeLeg } from "./fill-order.ts";
import { lmsrLogOdds } from "./lmsr-log-odds.ts";
import { type LmsrMarket, MICROS_PER_CREDIT, quantitiesOfMarket } from "./lmsr-market.ts";
import { quoteBudget } from "./quote-budget.ts";
import { marketAfterTrade, quoteTrade, type TradeQuote } from "./quote-trade.ts";
import { ordersMet, outcomePriceOf, type RestingOrder, raisesPrice, remainderOf, wholeLots } from "./resting-order.ts";
import { type Action, outcomesOfStake, type Stake } from "./stake.ts";

/** What somebody wants to trade. Shares, budget and stop each bound it; at least one of the first two is given. */
export interface TradeTerms extends Stake {
  readonly userId: string;
  readonly action: Action;
  readonly sharesMicros: bigint | null;
  /** The most that a purchase may cost. */
  readonly budgetMicros: bigint | null;
  /** The price of the outcome beyond which nothing is traded. */
  readonly stopPrice: number | null;
  /** An order trades whole lots with the maker as well. */
  readonly isOrder?: boolean;
}

/** What came of it. */
export interface Execution {
  readonly sharesMicros: bigint;
  /** Negative: proceeds. */
  readonly costMicros: bigint;
  readonly legs: readonly TradeLeg[];
  readonly market: LmsrMarket;
  /** Met orders as they are now; one with nothing remaining is filled. */
  readonly orders: readonly RestingOrder[];
  /** The taker's own orders that were met. They are withdrawn: nobody trades with themselves. */
  readonly replaced: readonly RestingOrder[];
}

const least = (a: bigint | null, b: bigint | null) => (a === null ? b : b === null || a < b ? a : b);

/** The largest trade with the maker that moves the price no further than the target, within shares and budget. */
function makerQuote(market: LmsrMarket, terms: TradeTerms, target: number | null): TradeQuote | null {
  const outcomes = outcomesOfStake(terms, market.soldMicros.length);
  const shares = least(terms.sharesMicros, target === null ? null : sharesToPrice(market, terms, target));
  if (terms.action === "sell") {
    return shares ? quoteTrade(market, { outcomes, sharesMicros: -shares }) : null;
  }
  if (shares === 0n) return null;
  const whole = shares === null ? null : quoteTrade(market, { outcomes, sharesMicros: shares });
  if (terms.budgetMicros === null) return whole;
  if (whole && whole.costMicros <= terms.budgetMicros) return whole;
  return quoteBudget(market, { outcomes, budgetMicros: terms.budgetMicros });
}

/** How many shares of the stake bring the outcome's price to the target, rounded down; none when it is there or beyond. */
function sharesToPrice(market: LmsrMarket, terms: TradeTerms, target: number): bigint {
  const { quantities, liquidity } = quantitiesOfMarket(market);
  const rise = Math.log(target / (1 - target)) - lmsrLogOdds(quantities, liquidity, [terms.outcome]);
  const way = raisesPrice(terms) ? rise : -rise;
  const shares = way <= 0 ? 0n : BigInt(Math.floor(way * liquidity * MICROS_PER_CREDIT));
  return terms.isOrder ? wholeLots(shares) : shares;
}

/** The terms once a leg is done. */
function termsAfter(terms: TradeTerms, leg: TradeLeg): TradeTerms {
  return {
    ...terms,
    sharesMicros: terms.sharesMicros === null ? null : terms.sharesMicros - leg.sharesMicros,
    budgetMicros: terms.budgetMicros === null ? null : terms.budgetMicros - leg.takerMicros,
  };
}

const isDone = ({ sharesMicros, budgetMicros }: TradeTerms) =>
  sharesMicros === 0n || (budgetMicros !== null && budgetMicros <= 0n);

/** How much of an order the terms take: whole lots, so that no price has to be rounded. */
function sharesOf(order: RestingOrder, terms: TradeTerms): bigint {
  const affordable = terms.budgetMicros === null ? null : sharesWithinBudget(order, terms.side, terms.budgetMicros);
  return wholeLots(least(order.remainingMicros, least(terms.sharesMicros, affordable)) ?? 0n);
}

/**
 * A trade against the maker and the resting orders in its way: the maker until the next order's price is reached, then the order at its own
 * price, and so on. An order exactly at the present price comes before the maker; of two orders the better price comes first, then the earlier one.
 *
 * Formula: legs with the maker cost what `quoteTrade` says, legs with orders what `fillOrder` says; complete sets that two buyers make are added
 * to every outcome, which moves no price.
 * Units: micro-shares and micro-credits; the stop is a probability.
 * Errors: as `quoteTrade`.
 * Source: own rule.
 *
 * @example
 * executeTrade({ liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }, [], { userId: "u", outcome: 0, side: "yes", action: "buy", sharesMicros: 10_000_000n, budgetMicros: null, stopPrice: null }).costMicros; // => 5124948n
 */
export function executeTrade(start: LmsrMarket, book: readonly RestingOrder[], asked: TradeTerms): Execution {
  const rises = raisesPrice(asked);
  const legs: TradeLeg[] = [];
  const orders: RestingOrder[] = [];
  const replaced: RestingOrder[] = [];
  let market = start;
  let terms = asked;
  const withMaker = (target: number | null) => {
    const quote = makerQuote(market, terms, target);
    if (!quote) return;
    const sharesMicros = quote.sharesMicros < 0n ? -quote.sharesMicros : quote.sharesMicros;
    take({ order: null, sharesMicros, takerMicros: quote.costMicros, ownerMicros: 0n });
    market = marketAfterTrade(market, quote);
  };
  const take = (leg: TradeLeg) => {
    legs.push(leg);
    terms = termsAfter(terms, leg);
  };
  for (const order of ordersMet(book, asked)) {
    const price = Number(outcomePriceOf(order)) / Number(MICROS);
    const isBeyond = terms.stopPrice !== null && (rises ? price > terms.stopPrice : price < terms.stopPrice);
    if (isBeyond || isDone(terms)) break;
    withMaker(price);
    // A budget that ends on the way does not come to the order.
    if (isDone(terms) || sharesToPrice(market, terms, price) > 1n) break;
    if (order.userId === asked.userId) {
      replaced.push(order);
      continue;
    }
    const sharesMicros = sharesOf(order, terms);
    if (sharesMicros === 0n) break;
    take(fillOrder(order, asked, sharesMicros));
    orders.push(remainderOf(order, sharesMicros));
    const made = setsMade(asked.action, order.action, sharesMicros);
    if (made !== 0n) market = { ...market, soldMicros: market.soldMicros.map((sold) => sold + made) };
    if (sharesMicros < order.remainingMicros) break;
  }
  // What is less than a lot has no order to go to.
  if (!isDone(terms)) withMaker(terms.stopPrice);
  const sharesMicros = legs.reduce((sum, leg) => sum + leg.sharesMicros, 0n);
  const costMicros = legs.reduce((sum, leg) => sum + leg.takerMicros, 0n);
  return { sharesMicros, costMicros, legs, market, orders, replaced };
}
