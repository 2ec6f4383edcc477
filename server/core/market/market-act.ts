import { valueAtPrice } from "#core/ledger/micros.ts";
import { executeTrade, type TradeTerms } from "./execute-trade.ts";
import type { ExecutedTrade } from "./executed-trade.ts";
import { type LmsrMarket, pricesOfMarket } from "./lmsr-market.ts";
import { completeSets, type Position, positionAfter } from "./position.ts";
import { outcomePriceOf, type RestingOrder, raisesPrice, remainderOf } from "./resting-order.ts";
import { outcomesOfStake } from "./stake.ts";
import { tradeMoves } from "./trade-entries.ts";

/** A market as one act finds it: the maker, and the resting orders in the order in which they were placed. */
export interface MarketState {
  readonly market: LmsrMarket;
  readonly book: readonly RestingOrder[];
}

/** What an act came to: its trades, one after another, and the market after them. Filled orders have left the book. */
export interface MarketAct {
  readonly trades: readonly ExecutedTrade[];
  readonly state: MarketState;
}

/** Two orders that cannot both be met feed on each other; after so many steps the rest waits for the next act. */
export const MAX_SWEPT_TRADES = 100;

/** The book with some orders as they are now, without those that are filled or withdrawn. */
function bookAfter(book: readonly RestingOrder[], orders: readonly RestingOrder[], gone: readonly RestingOrder[]) {
  const now = new Map(orders.map((order) => [order.id, order]));
  const withdrawn = new Set(gone.map(({ id }) => id));
  return book
    .filter(({ id }) => !withdrawn.has(id))
    .map((order) => now.get(order.id) ?? order)
    .filter(({ remainingMicros }) => remainingMicros > 0n);
}

/** Carries out terms and hands back the complete sets that they make for whoever holds `position`. */
function carryOut(state: MarketState, terms: TradeTerms, position: Position | null, order: RestingOrder | null) {
  const others = order ? state.book.filter(({ id }) => id !== order.id) : state.book;
  const { market, orders, ...done } = executeTrade(state.market, others, terms);
  if (done.sharesMicros === 0n || (order && isWorseThanLimit(order, done))) return null;
  const outcomes = outcomesOfStake(terms, market.soldMicros.length);
  const moved = terms.action === "buy" ? done.sharesMicros : -done.sharesMicros;
  const change = { outcomes, sharesMicros: moved, paidMicros: done.costMicros };
  const held = position ? positionAfter(position, change, pricesOfMarket(market)) : null;
  const redeemedMicros = held && terms.action === "buy" ? completeSets(withReplaced(held, done.replaced)) : 0n;
  const soldAfter = market.soldMicros.map((sold) => sold - redeemedMicros);
  const after = { ...market, soldMicros: soldAfter };
  const { userId, action, outcome, side } = terms;
  const trade: ExecutedTrade = {
    userId,
    action,
    outcome,
    side,
    order,
    ...done,
    redeemedMicros,
    soldBefore: state.market.soldMicros,
    soldAfter,
    pricesAfter: pricesOfMarket(after),
  };
  // A sale so small that it brings nothing is none.
  if (tradeMoves("", trade).length === 0) return null;
  const rest = order ? [...orders, remainderOf(order, done.sharesMicros)] : orders;
  return { trade, state: { market: after, book: bookAfter(state.book, rest, done.replaced) } };
}

/** Whether rounding against the taker would take an order beyond its own limit. */
function isWorseThanLimit(order: RestingOrder, done: { sharesMicros: bigint; costMicros: bigint }): boolean {
  const worth = valueAtPrice(done.sharesMicros, order.limitMicros, "up");
  return done.costMicros > (order.action === "buy" ? worth : -worth);
}

/** A position once the shares that withdrawn orders held back are free again. */
function withReplaced(position: Position, replaced: readonly RestingOrder[]): Position {
  const reserved = [...position.reservedMicros];
  for (const order of replaced) {
    if (order.action !== "sell") continue;
    for (const i of outcomesOfStake(order, reserved.length)) reserved[i] = (reserved[i] ?? 0n) - order.remainingMicros;
  }
  return { ...position, reservedMicros: reserved };
}

/** The terms of an order that takes what the market offers within its limit. */
function termsOf({ userId, outcome, side, action, remainingMicros, ...order }: RestingOrder): TradeTerms {
  const stopPrice = Number(outcomePriceOf({ side, ...order })) / 1e6;
  return { userId, outcome, side, action, sharesMicros: remainingMicros, budgetMicros: null, stopPrice, isOrder: true };
}

/** More than a lot moves the price of any market that can be opened. */
const NEAR = 1e-3;

/** Whether a price is so far from an order's limit that neither the maker nor another order can meet it. */
function isFar(order: RestingOrder, prices: readonly number[]): boolean {
  const above = (prices[order.outcome] ?? 0) - Number(outcomePriceOf(order)) / 1e6;
  return (raisesPrice(order) ? above : -above) > NEAR;
}

/**
 * Lets every resting order trade that the market has come to, the earliest first, until none can. With two outcomes none is left over by a trade;
 * with more, a trade in one outcome moves the prices of the others past orders that wait there.
 *
 * Errors: as `executeTrade`.
 * Source: own rule; at most 100 trades an act.
 *
 * @example
 * sweepBook({ market: { liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }, book: [] }).trades; // => []
 */
export function sweepBook(start: MarketState): MarketAct {
  const trades: ExecutedTrade[] = [];
  let state = start;
  for (let swept = true; swept && trades.length < MAX_SWEPT_TRADES; ) {
    swept = false;
    const prices = pricesOfMarket(state.market);
    for (const order of state.book) {
      if (isFar(order, prices)) continue;
      const done = carryOut(state, termsOf(order), null, order);
      if (!done) continue;
      trades.push(done.trade);
      state = done.state;
      swept = true;
      break;
    }
  }
  return { trades, state };
}

/**
 * A trade at once, and what it sets off in the book. No trade when nothing can be had on its terms.
 *
 * Errors: `shares_must_be_held` for a sale of more than is held free of orders; otherwise as `executeTrade`.
 * Source: own rule.
 *
 * @example
 * tradeAtOnce({ market: { liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] }, book: [] }, { userId: "u", outcome: 0, side: "yes", action: "buy", sharesMicros: null, budgetMicros: 1n, stopPrice: 0.4 }, { sharesMicros: [0n, 0n], reservedMicros: [0n, 0n], basisMicros: [0n, 0n], realisedMicros: 0n }).trades; // => []
 */
export function tradeAtOnce(state: MarketState, terms: TradeTerms, position: Position): MarketAct {
  const done = carryOut(state, terms, position, null);
  if (!done) return { trades: [], state };
  if (state.market.soldMicros.length === 2 || state.book.length === 0)
    return { trades: [done.trade], state: done.state };
  const { trades, state: after } = sweepBook(done.state);
  return { trades: [done.trade, ...trades], state: after };
}
