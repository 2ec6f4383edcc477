import { DomainError } from "#core/errors.ts";
import type { PlainBroken } from "#core/rule-values.ts";
import type { ExecutedTrade } from "./executed-trade.ts";
import { fillOrder, setsMade, type TradeLeg } from "./fill-order.ts";
import { type LmsrMarket, pricesOfMarket } from "./lmsr-market.ts";
import { completeSets, noPosition, type Position } from "./position.ts";
import { positionsAfter, positionWith } from "./positions-after.ts";
import { marketAfterTrade, quoteTrade } from "./quote-trade.ts";
import { LOT_MICROS, type RestingOrder, raisesPrice, remainderOf, reservationOf } from "./resting-order.ts";
import { type Action, outcomesOfStake, type Stake } from "./stake.ts";

/** An order as a record tells it. */
export interface ToldOrder extends Stake {
  readonly number: number;
  readonly userId: string;
  readonly action: Action;
  readonly limitMicros: bigint;
  readonly sharesMicros: bigint;
  /** What of the shares was not traded. */
  readonly remainingMicros: bigint;
  readonly isOpen: boolean;
}

/** A trade as a record tells it: orders are named by their numbers, null is the maker, or a trade at once. */
export interface ToldTrade extends Stake {
  readonly number: number;
  readonly userId: string;
  readonly action: Action;
  readonly order: number | null;
  readonly sharesMicros: bigint;
  readonly costMicros: bigint;
  readonly redeemedMicros: bigint;
  readonly legs: readonly {
    readonly order: number | null;
    readonly sharesMicros: bigint;
    readonly takerMicros: bigint;
    readonly ownerMicros: bigint;
  }[];
}

export interface ToldMarket {
  readonly liquidityMicros: bigint;
  readonly openingPrices: readonly number[];
  /** In order of their numbers. */
  readonly orders: readonly ToldOrder[];
  readonly trades: readonly ToldTrade[];
}

/** A member of a record of a market, and what is wrong with it. */
export interface ToldFault {
  readonly list: "orders" | "trades";
  readonly index: number;
  readonly field: string;
  /** In words, or as a rule of Parley's that the trade breaks. */
  readonly message: string | PlainBroken;
}

/** A market as its record leaves it. */
export interface ReplayedMarket {
  readonly trades: readonly ExecutedTrade[];
  readonly positions: ReadonlyMap<string, Position>;
  readonly soldMicros: readonly bigint[];
}

/**
 * Plays the record of a market again, and holds every trade to the rules: the maker's legs cost what the maker charges there, legs with
 * orders what the order's price says, and nobody sells or hands back more than they hold. The first thing that does not fit ends it:
 * what comes after begins where it would have ended.
 *
 * Units: micro-credits and micro-shares. Orders hold nothing back while it is played; those that are open at the end do.
 * Source: own rule, with `quoteTrade`, `fillOrder` and `positionsAfter`.
 *
 * @example
 * replayedMarket({ liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], orders: [], trades: [{ number: 1, userId: "u", action: "buy", outcome: 0, side: "yes", order: null, sharesMicros: 10_000_000n, costMicros: 5_124_948n, redeemedMicros: 0n, legs: [{ order: null, sharesMicros: 10_000_000n, takerMicros: 5_124_948n, ownerMicros: 0n }] }] }).soldMicros; // => [10000000n, 0n]
 * replayedMarket({ liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.5], orders: [], trades: [{ number: 1, userId: "u", action: "buy", outcome: 0, side: "yes", order: null, sharesMicros: 10_000_000n, costMicros: 1n, redeemedMicros: 0n, legs: [{ order: null, sharesMicros: 10_000_000n, takerMicros: 1n, ownerMicros: 0n }] }] }).message; // => "The market maker charges 5124948 here."
 */
export function replayedMarket(told: ToldMarket): ReplayedMarket | ToldFault {
  try {
    return new Replay(told).played();
  } catch (error) {
    if (error instanceof Unfit) return error.fault;
    throw error;
  }
}

class Unfit extends Error {
  readonly fault: ToldFault;

  constructor(fault: ToldFault) {
    super(`${fault.list}[${fault.index}].${fault.field}`);
    this.fault = fault;
  }
}

class Replay {
  readonly #told: ToldMarket;
  readonly #orders: Map<number, RestingOrder>;
  readonly #trades: ExecutedTrade[] = [];
  #market: LmsrMarket;
  #positions = new Map<string, Position>();

  constructor(told: ToldMarket) {
    const { liquidityMicros, openingPrices, orders } = told;
    this.#told = told;
    this.#market = { liquidityMicros, openingPrices, soldMicros: openingPrices.map(() => 0n) };
    this.#orders = new Map(orders.map((order, index) => [order.number, this.#orderOf(order, index)]));
  }

  played(): ReplayedMarket {
    for (const [index, trade] of this.#told.trades.entries()) {
      const fails = this.#failing("trades", index);
      try {
        this.#trade(trade, index, fails);
      } catch (error) {
        if (error instanceof DomainError) fails("sharesMicros", error.broken);
        throw error;
      }
    }
    for (const [index, order] of this.#told.orders.entries()) this.#left(order, index);
    return { trades: this.#trades, positions: this.#positions, soldMicros: this.#market.soldMicros };
  }

  #orderOf(order: ToldOrder, index: number): RestingOrder {
    const { number, userId, action, outcome, side, limitMicros, sharesMicros: shares } = order;
    const fails = this.#failing("orders", index);
    if (number !== index + 1) fails("number", `Order ${index + 1} of the market comes here.`);
    if (outcome >= this.#told.openingPrices.length) fails("outcome", "The market has no such outcome.");
    const isLimit = limitMicros >= 1_000n && limitMicros <= 999_000n && limitMicros % 1_000n === 0n;
    if (!isLimit) fails("limitMicros", "A limit is 1000, 2000 … 999000.");
    if (shares <= 0n || shares % LOT_MICROS !== 0n)
      fails("sharesMicros", "Orders are in whole thousandths of a share.");
    const reservedMicros = reservationOf({ action, limitMicros }, shares);
    return { id: String(number), userId, action, outcome, side, limitMicros, remainingMicros: shares, reservedMicros };
  }

  #trade(trade: ToldTrade, index: number, fails: Fails): void {
    const { number, userId, action, outcome, side, redeemedMicros } = trade;
    const outcomes = this.#told.openingPrices.length;
    if (number !== index + 1) fails("number", `Trade ${index + 1} of the market comes here.`);
    if (outcome >= outcomes) fails("outcome", "The market has no such outcome.");
    const soldBefore = this.#market.soldMicros;
    const order = trade.order === null ? null : this.#takersOrder(trade, fails);
    const legs = trade.legs.map((leg, k) =>
      this.#leg(trade, leg, (field, message) => fails(`legs[${k}].${field}`, message)),
    );
    const sum = (amount: (leg: TradeLeg) => bigint) => legs.reduce((total, leg) => total + amount(leg), 0n);
    const [sharesMicros, costMicros] = [sum((leg) => leg.sharesMicros), sum((leg) => leg.takerMicros)];
    if (sharesMicros !== trade.sharesMicros) fails("sharesMicros", `Its legs come to ${sharesMicros}.`);
    if (costMicros !== trade.costMicros) fails("costMicros", `Its legs come to ${costMicros}.`);
    if (redeemedMicros < 0n) fails("redeemedMicros", "Nobody hands back less than nothing.");
    const soldAfter = this.#market.soldMicros.map((sold) => sold - redeemedMicros);
    if (soldAfter.some((sold) => sold < 0n)) fails("sharesMicros", "So many shares are not held by anybody.");
    this.#market = { ...this.#market, soldMicros: soldAfter };
    const pricesAfter = pricesOfMarket(this.#market);
    const terms = { userId, action, outcome, side, order, sharesMicros, costMicros, redeemedMicros };
    const executed = { ...terms, legs, replaced: [], soldBefore, soldAfter, pricesAfter };
    this.#hold(executed, fails);
    this.#trades.push(executed);
  }

  /** The order by which somebody trades, as it is before the trade. */
  #takersOrder(trade: ToldTrade, fails: Fails): RestingOrder {
    const order = this.#orders.get(trade.order ?? 0);
    const isOwn = order?.userId === trade.userId && order.action === trade.action;
    if (!order || !isOwn || order.outcome !== trade.outcome || order.side !== trade.side)
      return fails("order", "That is no order of this person on these terms.");
    return this.#taken(order, trade.sharesMicros, fails);
  }

  #leg(trade: ToldTrade, leg: ToldTrade["legs"][number], fails: Fails): TradeLeg {
    const { sharesMicros } = leg;
    if (sharesMicros <= 0n) fails("sharesMicros", "A trade is of some shares.");
    if (leg.order === null) return this.#makersLeg(trade, leg, fails);
    const order = this.#orders.get(leg.order);
    if (!order) return fails("order", "The market has no such order.");
    if (order.userId === trade.userId) fails("order", "Nobody trades with themselves.");
    const faces = order.outcome === trade.outcome && raisesPrice(order) !== raisesPrice(trade);
    if (!faces) fails("order", "That order does not face this trade.");
    if (sharesMicros % LOT_MICROS !== 0n) fails("sharesMicros", "Orders are met in whole thousandths of a share.");
    const filled = fillOrder(this.#taken(order, sharesMicros, fails), trade, sharesMicros);
    if (leg.takerMicros !== filled.takerMicros)
      fails("takerMicros", `At the order's price it is ${filled.takerMicros}.`);
    if (leg.ownerMicros !== filled.ownerMicros)
      fails("ownerMicros", `At the order's price it is ${filled.ownerMicros}.`);
    const made = setsMade(trade.action, order.action, sharesMicros);
    this.#market = { ...this.#market, soldMicros: this.#market.soldMicros.map((sold) => sold + made) };
    return filled;
  }

  #makersLeg(trade: ToldTrade, { sharesMicros, takerMicros, ownerMicros }: TradeAmounts, fails: Fails): TradeLeg {
    const outcomes = outcomesOfStake(trade, this.#told.openingPrices.length);
    const quote = quoteTrade(this.#market, {
      outcomes,
      sharesMicros: trade.action === "buy" ? sharesMicros : -sharesMicros,
    });
    if (quote.costMicros !== takerMicros) fails("takerMicros", `The market maker charges ${quote.costMicros} here.`);
    if (ownerMicros !== 0n) fails("ownerMicros", "The market maker's leg has no owner.");
    this.#market = marketAfterTrade(this.#market, quote);
    return { order: null, sharesMicros, takerMicros, ownerMicros };
  }

  /** The order as it is, of which so many shares are then gone. */
  #taken(order: RestingOrder, sharesMicros: bigint, fails: Fails): RestingOrder {
    if (sharesMicros > order.remainingMicros) fails("sharesMicros", "The order has not so many shares left.");
    this.#orders.set(Number(order.id), remainderOf(order, sharesMicros));
    return order;
  }

  /** What everybody in a trade holds after it. */
  #hold(trade: ExecutedTrade, fails: Fails): void {
    const outcomes = this.#told.openingPrices.length;
    const people = [trade.userId, ...trade.legs.flatMap(({ order }) => order?.userId ?? [])];
    const before = new Map(people.map((id) => [id, this.#positions.get(id) ?? noPosition(outcomes)]));
    const sales = trade.legs.flatMap(({ order, sharesMicros }) => (order ? [{ order, sharesMicros }] : []));
    if (trade.order) sales.push({ order: trade.order, sharesMicros: trade.sharesMicros });
    for (const { order, sharesMicros } of sales) {
      // A sale by an order comes out of what the order held back.
      const held = before.get(order.userId) ?? noPosition(outcomes);
      before.set(order.userId, positionWith(held, { ...order, remainingMicros: sharesMicros }));
    }
    for (const [id, position] of positionsAfter(before, [trade])) {
      const isShort = position.sharesMicros.some((held) => held < 0n);
      if (isShort) fails("sharesMicros", "Somebody sells or hands back more shares than they hold.");
      this.#positions.set(id, position);
    }
  }

  /** Whether an order has left what its record says, and can be met by what its owner holds. */
  #left(order: ToldOrder, index: number): void {
    const fails = this.#failing("orders", index);
    const left = this.#orders.get(order.number)?.remainingMicros ?? 0n;
    if (order.remainingMicros !== left) fails("remainingMicros", `The trades leave ${left}.`);
    if (!order.isOpen || order.action === "buy") return;
    const held = this.#positions.get(order.userId) ?? noPosition(this.#told.openingPrices.length);
    const position = positionWith(held, order);
    if (completeSets(position) < 0n) fails("sharesMicros", "Its owner does not hold so many shares.");
    this.#positions.set(order.userId, position);
  }

  #failing(list: ToldFault["list"], index: number): Fails {
    return (field, message) => {
      throw new Unfit({ list, index, field, message });
    };
  }
}

type Fails = (field: string, message: ToldFault["message"]) => never;
type TradeAmounts = ToldTrade["legs"][number];
