import fc from "fast-check";
import { escrowAccount, marketAccount } from "#core/ledger/account-ids.ts";
import type { ExecutedTrade } from "#core/market/executed-trade.ts";
import type { LmsrMarket } from "#core/market/lmsr-market.ts";
import { subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { MAX_SWEPT_TRADES, type MarketAct, sweepBook, tradeAtOnce } from "#core/market/market-act.ts";
import { noPosition, type Position } from "#core/market/position.ts";
import { positionsAfter, positionWith } from "#core/market/positions-after.ts";
import { LOT_MICROS, type RestingOrder, reservationOf } from "#core/market/resting-order.ts";
import { type Action, namedStake, type Side } from "#core/market/stake.ts";
import { type AccountMove, reservationMoves, tradeMoves } from "#core/market/trade-entries.ts";

export const PEOPLE = ["ada", "ben", "cleo", "dag"];
const QUESTION = "q";

/** Something that somebody tries, with amounts that are drawn. */
export interface Try {
  readonly kind: "trade" | "order";
  readonly person: number;
  readonly action: Action;
  readonly outcome: number;
  readonly side: Side;
  readonly micros: bigint;
  readonly limit: bigint;
}

export const aTry: fc.Arbitrary<Try> = fc.record({
  kind: fc.constantFrom("trade", "trade", "order"),
  person: fc.nat(PEOPLE.length - 1),
  action: fc.constantFrom("buy", "buy", "sell"),
  outcome: fc.nat(3),
  side: fc.constantFrom("yes", "no"),
  micros: fc.bigInt(1n, 60_000_000n),
  limit: fc.bigInt(20n, 980n).map((thousandths) => thousandths * 1_000n),
});

export const openings = fc
  .array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 4 })
  .map((weights) => weights.map((weight) => weight / weights.reduce((sum, each) => sum + each, 0)));

/** A market with its accounts, positions and book, moved by the pure functions alone. */
export function simulatedMarket(openingPrices: readonly number[], liquidityMicros: bigint) {
  const count = openingPrices.length;
  let market: LmsrMarket = { liquidityMicros, openingPrices, soldMicros: openingPrices.map(() => 0n) };
  let book: readonly RestingOrder[] = [];
  let positions = new Map<string, Position>(PEOPLE.map((name) => [name, noPosition(count)]));
  const accounts = new Map<string, bigint>([[marketAccount(QUESTION), subsidyOfMarket(market)]]);
  const trades: { trade: ExecutedTrade; moves: AccountMove[] }[] = [];
  const placedOrders: RestingOrder[] = [];
  let isSweptToTheEnd = true;
  const post = (moves: readonly AccountMove[]) => {
    for (const { accountId, micros } of moves) accounts.set(accountId, (accounts.get(accountId) ?? 0n) + micros);
  };
  function take(act: MarketAct) {
    for (const trade of act.trades) {
      const moves = tradeMoves(QUESTION, trade);
      post(moves);
      trades.push({ trade, moves });
    }
    positions = positionsAfter(positions, act.trades);
    ({ market, book } = act.state);
    isSweptToTheEnd = act.trades.length < MAX_SWEPT_TRADES;
  }
  function trade(userId: string, tried: Try) {
    const stake = namedStake({ outcome: tried.outcome % count, side: tried.side }, count);
    const isSale = tried.action === "sell";
    const terms = { userId, ...stake, action: tried.action, stopPrice: null };
    const bound = isSale
      ? { sharesMicros: tried.micros, budgetMicros: null }
      : { sharesMicros: null, budgetMicros: tried.micros };
    take(tradeAtOnce({ market, book }, { ...terms, ...bound }, positions.get(userId) ?? noPosition(count)));
  }
  function order(userId: string, tried: Try) {
    const shares = (tried.micros / LOT_MICROS) * LOT_MICROS;
    const stake = namedStake({ outcome: tried.outcome % count, side: tried.side }, count);
    const { action, limit: limitMicros } = tried;
    const reservedMicros = reservationOf({ action, limitMicros }, shares);
    const placed = {
      id: `o${placedOrders.length + 1}`,
      userId,
      ...stake,
      action,
      limitMicros,
      remainingMicros: shares,
      reservedMicros,
    };
    const held = positionWith(positions.get(userId) ?? noPosition(count), placed);
    if (shares === 0n || held.reservedMicros.some((back, i) => back > (held.sharesMicros[i] ?? 0n))) return;
    positions.set(userId, held);
    placedOrders.push(placed);
    if (reservedMicros > 0n) post(reservationMoves(userId, reservedMicros));
    take(sweepBook({ market, book: [...book, placed] }));
  }
  return {
    /** Does what is tried, or nothing where a rule is in its way. */
    attempt(tried: Try): void {
      const userId = PEOPLE[tried.person] as string;
      try {
        if (tried.kind === "trade") trade(userId, tried);
        else order(userId, tried);
      } catch (error) {
        if ((error as { code?: string }).code !== "shares_must_be_held") throw error;
      }
    },
    escrow: () => PEOPLE.map((name) => accounts.get(escrowAccount(name)) ?? 0n),
    cash: () => accounts.get(marketAccount(QUESTION)) ?? 0n,
    total: () => [...accounts.values()].reduce((sum, micros) => sum + micros, 0n),
    read: () => ({ market, book, positions, accounts, trades, placedOrders, isSweptToTheEnd }),
  };
}
