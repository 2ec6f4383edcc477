import type { ToldMarket } from "#core/market/replayed-market.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";

/** The records of one market. */
export interface MarketRecords {
  readonly market: BundleDocument["markets"][number];
  readonly orders: readonly BundleDocument["orders"][number][];
  readonly trades: readonly BundleDocument["trades"][number][];
}

/** The records of a market as they are played again: in order of their numbers, with the people that they name. */
export function toldMarket(
  { market, orders, trades }: MarketRecords,
  personOf: (forecasterId: string) => string,
): ToldMarket {
  const byNumber = <T extends { readonly number: number }>(one: T, other: T) => one.number - other.number;
  return {
    liquidityMicros: market.liquidityMicros,
    openingPrices: market.openingPrices,
    orders: orders.toSorted(byNumber).map(({ forecasterId, closedAt, ...order }) => ({
      ...order,
      userId: personOf(forecasterId),
      isOpen: closedAt === undefined,
    })),
    trades: trades.toSorted(byNumber).map(({ forecasterId, order, legs, ...trade }) => ({
      ...trade,
      userId: personOf(forecasterId),
      order: order ?? null,
      legs: legs.map((leg) => ({ ...leg, order: leg.order ?? null })),
    })),
  };
}
