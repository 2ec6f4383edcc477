import { outcomePriceOf, type RestingOrder, raisesPrice } from "./resting-order.ts";

export interface DepthStep {
  readonly priceMicros: bigint;
  readonly sharesMicros: bigint;
}

/** What rests at each price of one outcome: bids buy it or sell its opposite, asks the reverse. */
export interface OutcomeDepth {
  readonly outcome: number;
  readonly bids: DepthStep[];
  readonly asks: DepthStep[];
}

/**
 * A book's orders added up per outcome and price, the best price first.
 *
 * Units: micro-shares; prices in micro-credits a share of the outcome.
 * Source: definition.
 *
 * @example
 * depthOfBook([], 2); // => [{ outcome: 0, bids: [], asks: [] }, { outcome: 1, bids: [], asks: [] }]
 */
export function depthOfBook(book: readonly RestingOrder[], outcomes: number): OutcomeDepth[] {
  return Array.from({ length: outcomes }, (_, outcome) => {
    const own = book.filter((order) => order.outcome === outcome);
    const bids = steps(own.filter(raisesPrice));
    const asks = steps(own.filter((order) => !raisesPrice(order)));
    return { outcome, bids: bids.reverse(), asks };
  });
}

/** From the lowest price to the highest. */
function steps(orders: readonly RestingOrder[]): DepthStep[] {
  const byPrice = new Map<bigint, bigint>();
  for (const order of orders) {
    const price = outcomePriceOf(order);
    byPrice.set(price, (byPrice.get(price) ?? 0n) + order.remainingMicros);
  }
  return [...byPrice]
    .map(([priceMicros, sharesMicros]) => ({ priceMicros, sharesMicros }))
    .sort((a, b) => (a.priceMicros < b.priceMicros ? -1 : 1));
}
