import { MICROS, valueAtPrice } from "#core/ledger/micros.ts";
import { outcomePriceOf, type RestingOrder } from "./resting-order.ts";
import type { Action, Side } from "./stake.ts";

/** A part of a trade at one counterpart. What somebody receives is negative. */
export interface TradeLeg {
  /** Null: the maker. */
  readonly order: RestingOrder | null;
  readonly sharesMicros: bigint;
  readonly takerMicros: bigint;
  readonly ownerMicros: bigint;
}

interface Taker {
  readonly action: Action;
  readonly side: Side;
}

/** What one party to a fill pays, when the outcome's own share is worth `worth` of the whole. */
function paid({ action, side }: Taker, sharesMicros: bigint, worth: bigint): bigint {
  const price = side === "yes" ? worth : sharesMicros - worth;
  return action === "buy" ? price : -price;
}

/**
 * One fill of a resting order, at the order's price.
 *
 * Formula: s shares of the outcome are worth s · price, its opposite the rest of s. A buyer pays a seller of the same; two buyers of opposite sides pay
 * a whole credit a share together, for which a complete set is made; two sellers of opposite sides take one apart.
 * Units: micro-shares in whole lots, so that nothing is rounded; micro-credits.
 * Source: own rule.
 *
 * @example
 * fillOrder({ id: "o", userId: "u", outcome: 0, side: "no", action: "buy", limitMicros: 400_000n, remainingMicros: 10_000n, reservedMicros: 4_000n }, { action: "buy", side: "yes" }, 10_000n).takerMicros; // => 6000n
 */
export function fillOrder(order: RestingOrder, taker: Taker, sharesMicros: bigint): TradeLeg {
  const worth = valueAtPrice(sharesMicros, outcomePriceOf(order), "up");
  const [takerMicros, ownerMicros] = [paid(taker, sharesMicros, worth), paid(order, sharesMicros, worth)];
  return { order, sharesMicros, takerMicros, ownerMicros };
}

/**
 * The most shares of a resting order that a budget pays for.
 *
 * Formula: ⌊budget / price of the taker's side⌋.
 * Units: micro-credits in, micro-shares out.
 * Source: own rule.
 *
 * @example
 * sharesWithinBudget({ side: "yes", limitMicros: 250_000n }, "yes", 1_000_000n); // => 4000000n
 */
export function sharesWithinBudget(
  order: Pick<RestingOrder, "side" | "limitMicros">,
  side: Side,
  budgetMicros: bigint,
): bigint {
  const price = outcomePriceOf(order);
  return (budgetMicros * MICROS) / (side === "yes" ? price : MICROS - price);
}

/**
 * How many complete sets of all outcomes a fill makes; negative where it takes them apart.
 *
 * Source: definition.
 *
 * @example
 * setsMade("buy", "buy", 5n); // => 5n
 * setsMade("buy", "sell", 5n); // => 0n
 */
export function setsMade(taker: Action, owner: Action, sharesMicros: bigint): bigint {
  if (taker !== owner) return 0n;
  return taker === "buy" ? sharesMicros : -sharesMicros;
}
