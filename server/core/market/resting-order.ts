import { MICROS, valueAtPrice } from "#core/ledger/micros.ts";
import type { Action, Stake } from "./stake.ts";

/** An order that waits in the book. A book lists them in the order in which they were placed. */
export interface RestingOrder extends Stake {
  readonly id: string;
  readonly userId: string;
  readonly action: Action;
  /** Credits for a whole share of the stake, in micros. */
  readonly limitMicros: bigint;
  readonly remainingMicros: bigint;
  /** Credits set aside for what remains; nothing for a sale, which sets shares aside. */
  readonly reservedMicros: bigint;
}

/**
 * Whether a trade or an order pushes the price of its outcome up: buying the outcome does, and so does selling its opposite.
 *
 * Source: definition.
 *
 * @example
 * raisesPrice({ action: "sell", side: "no" }); // => true
 */
export function raisesPrice({ action, side }: { action: Action; side: Stake["side"] }): boolean {
  return (action === "buy") === (side === "yes");
}

/**
 * An order's limit as a price of its outcome.
 *
 * Formula: yes: the limit; no: 1 − limit.
 * Units: micro-credits a share.
 * Source: definition.
 *
 * @example
 * outcomePriceOf({ side: "no", limitMicros: 400_000n }); // => 600000n
 */
export function outcomePriceOf({ side, limitMicros }: Pick<RestingOrder, "side" | "limitMicros">): bigint {
  return side === "yes" ? limitMicros : MICROS - limitMicros;
}

/** Orders are in thousandths of a share, at prices in thousandths of a credit: so every fill comes to whole micro-credits. */
export const LOT_MICROS = 1_000n;

/**
 * The whole lots in a number of shares.
 *
 * Formula: shares rounded down to a multiple of 1,000 micro-shares.
 * Source: own rule.
 *
 * @example
 * wholeLots(2_999n); // => 2000n
 */
export function wholeLots(sharesMicros: bigint): bigint {
  return sharesMicros - (sharesMicros % LOT_MICROS);
}

/**
 * What an order must set aside in credits for the shares that it still wants.
 *
 * Formula: buying: shares · limit, which is whole; selling: nothing.
 * Units: micro-shares in, micro-credits out.
 * Source: own rule.
 *
 * @example
 * reservationOf({ action: "buy", limitMicros: 333_000n }, 10_000n); // => 3330n
 */
export function reservationOf(order: Pick<RestingOrder, "action" | "limitMicros">, sharesMicros: bigint): bigint {
  return order.action === "buy" ? valueAtPrice(sharesMicros, order.limitMicros, "up") : 0n;
}

/**
 * An order once a part of it was carried out.
 *
 * Source: definition.
 *
 * @example
 * remainderOf({ id: "o", userId: "u", outcome: 0, side: "yes", action: "sell", limitMicros: 1_000n, remainingMicros: 9_000n, reservedMicros: 0n }, 4_000n).remainingMicros; // => 5000n
 */
export function remainderOf(order: RestingOrder, sharesMicros: bigint): RestingOrder {
  const remainingMicros = order.remainingMicros - sharesMicros;
  return { ...order, remainingMicros, reservedMicros: reservationOf(order, remainingMicros) };
}

/**
 * The orders that a taker meets on the way, in the order in which they are met: the best price first, of one price the earliest.
 * Of an outcome's two directions a taker meets the other one.
 *
 * Source: price–time priority.
 *
 * @example
 * ordersMet([], { outcome: 0, side: "yes", action: "buy" }); // => []
 */
export function ordersMet(
  book: readonly RestingOrder[],
  taker: Pick<RestingOrder, "outcome" | "side" | "action">,
): RestingOrder[] {
  const rises = raisesPrice(taker);
  const met = book.filter((order) => order.outcome === taker.outcome && raisesPrice(order) !== rises);
  const better = (a: RestingOrder, b: RestingOrder) => Number(outcomePriceOf(a) - outcomePriceOf(b)) * (rises ? 1 : -1);
  return met.sort(better);
}
