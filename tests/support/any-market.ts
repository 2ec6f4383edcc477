import fc from "fast-check";
import type { ExecutedTrade } from "#core/market/executed-trade.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { aTry, openings, PEOPLE, simulatedMarket, type Try } from "#tests/core/market/simulated-market.ts";

const HOUR_MS = 3_600_000;

type MarketText = NonNullable<BundleText["markets"]>[number];
type OrderText = NonNullable<BundleText["orders"]>[number];
type TradeText = NonNullable<BundleText["trades"]>[number];

export interface AnyMarket {
  readonly openingPrices: readonly number[];
  readonly liquidity: bigint;
  readonly tries: readonly Try[];
}

/** A market of up to four people on so many outcomes, and what they try in it. */
export const anyMarket: fc.Arbitrary<AnyMarket> = fc.record({
  openingPrices: openings,
  liquidity: fc.bigInt(5_000_000n, 300_000_000n),
  tries: fc.array(aTry, { maxLength: 10 }),
});

/** Opening prices for another number of outcomes. */
function pricesFor(outcomes: number, given: readonly number[]): number[] {
  const weights = Array.from({ length: outcomes }, (_, i) => given[i % given.length] ?? 0.5);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const prices = weights.map((weight) => weight / total);
  return prices;
}

/** The records of a market as an export has them, played by the product's own rules. */
export function marketRecords(
  { openingPrices, liquidity, tries }: AnyMarket,
  at: { questionId: string; opensAt: number; outcomes: number; bucketBounds: readonly number[]; isClosed: boolean },
  nameOf: (person: number) => string,
): { market: MarketText; orders: OrderText[]; trades: TradeText[] } {
  const { questionId, opensAt, outcomes, bucketBounds, isClosed } = at;
  const prices = pricesFor(outcomes, openingPrices);
  const simulated = simulatedMarket(prices, liquidity);
  for (const tried of tries) simulated.attempt(tried);
  const { book, trades, placedOrders } = simulated.read();
  const numberOf = new Map(placedOrders.map(({ id }, i) => [id, i + 1]));
  const person = (userId: string) => nameOf(PEOPLE.indexOf(userId));
  const iso = (step: number) => new Date(opensAt + step * HOUR_MS).toISOString();
  const resting = new Map(book.map(({ id, remainingMicros }) => [id, remainingMicros]));
  const replaced = new Set(trades.flatMap(({ trade }) => trade.replaced.map(({ id }) => id)));
  const traded = (id: string) =>
    trades.flatMap(({ trade }) => [
      ...(trade.order?.id === id ? [trade.sharesMicros] : []),
      ...trade.legs.flatMap((leg) => (leg.order?.id === id ? [leg.sharesMicros] : [])),
    ]);
  const orders = placedOrders.map((order, i): OrderText => {
    const remaining = order.remainingMicros - traded(order.id).reduce((sum, shares) => sum + shares, 0n);
    const closedBy = replaced.has(order.id)
      ? "replaced"
      : remaining === 0n
        ? "filled"
        : isClosed
          ? "settled"
          : undefined;
    const isOpen = closedBy === undefined && resting.has(order.id);
    return {
      questionId,
      number: i + 1,
      forecasterId: person(order.userId),
      action: order.action,
      outcome: order.outcome,
      side: order.side,
      sharesMicros: String(order.remainingMicros),
      limitMicros: String(order.limitMicros),
      remainingMicros: String(remaining),
      placedAt: iso(1),
      ...(i % 2 === 0 ? { expiresAt: new Date(opensAt + 1000 * 86_400_000).toISOString() } : {}),
      ...(isOpen ? {} : { closedAt: iso(50), closedBy: closedBy ?? "cancelled" }),
    };
  });
  return {
    market: {
      questionId,
      liquidityMicros: String(liquidity),
      openingPrices: prices,
      ...(bucketBounds.length > 0 ? { bucketBounds: [...bucketBounds] } : {}),
      openedAt: iso(0),
    },
    orders,
    trades: trades.map(({ trade }, i) =>
      tradeText(trade, { questionId, number: i + 1, madeAt: iso(i + 1) }, person, numberOf),
    ),
  };
}

function tradeText(
  trade: ExecutedTrade,
  frame: Pick<TradeText, "questionId" | "number" | "madeAt">,
  person: (userId: string) => string,
  numberOf: ReadonlyMap<string, number>,
): TradeText {
  const order = (met: ExecutedTrade["order"]) => (met ? { order: numberOf.get(met.id) ?? 0 } : {});
  return {
    ...frame,
    forecasterId: person(trade.userId),
    action: trade.action,
    outcome: trade.outcome,
    side: trade.side,
    sharesMicros: String(trade.sharesMicros),
    ...order(trade.order),
    costMicros: String(trade.costMicros),
    ...(trade.redeemedMicros > 0n ? { redeemedMicros: String(trade.redeemedMicros) } : {}),
    legs: trade.legs.map((leg) => ({
      ...order(leg.order),
      sharesMicros: String(leg.sharesMicros),
      takerMicros: String(leg.takerMicros),
      ...(leg.order ? { ownerMicros: String(leg.ownerMicros) } : {}),
    })),
  };
}
