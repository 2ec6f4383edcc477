import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { depthOfBook } from "#core/market/depth-of-book.ts";
import { executeTrade } from "#core/market/execute-trade.ts";
import { type LmsrMarket, MICROS_PER_CREDIT, pricesOfMarket } from "#core/market/lmsr-market.ts";
import { outcomeBook } from "#core/market/outcome-book.ts";
import { impactCurve, type OutcomeBook, priceImpact } from "#core/market/price-impact.ts";
import { outcomePriceOf, type RestingOrder } from "#core/market/resting-order.ts";
import { times } from "#tests/support/chance.ts";

const market: LmsrMarket = { liquidityMicros: 100_000_000n, openingPrices: [0.5, 0.3, 0.2], soldMicros: [0n, 0n, 0n] };
const [price = 0.5] = pricesOfMarket(market);

/** Orders that neither rest beyond the price nor meet one another: bids below it, asks above it. */
const anOrder = fc
  .record({ isBid: fc.boolean(), thousandths: fc.integer({ min: 5, max: 480 }), lots: fc.bigInt(1n, 40_000n) })
  .map(({ isBid, thousandths, lots }) => ({
    action: isBid ? ("buy" as const) : ("sell" as const),
    limitMicros: BigInt(isBid ? 500 - thousandths : 500 + thousandths) * 1_000n,
    remainingMicros: lots * 1_000n,
  }));
const books = fc.array(anOrder, { maxLength: 8 }).map((orders) =>
  orders.map((order, i): RestingOrder => {
    return { ...order, id: `${i}`, userId: "maker", outcome: 0, side: "yes", reservedMicros: 0n };
  }),
);

const real = (micros: bigint) => Number(micros) / MICROS_PER_CREDIT;
function bookOf(orders: readonly RestingOrder[]): OutcomeBook {
  const [own = { bids: [], asks: [] }] = depthOfBook(orders, 3);
  return outcomeBook({ price, liquidityMicros: market.liquidityMicros }, own);
}

describe("what it takes to move a price", () => {
  test("is what the trade that moves it there costs, through every order on the way, but for rounding", () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 30, max: 970 }), (orders, thousandths) => {
        const target = (thousandths + 0.5) / 1000;
        const rises = target > price;
        const stake = { userId: "taker", outcome: 0, side: rises ? ("yes" as const) : ("no" as const) };
        const terms = {
          ...stake,
          action: "buy" as const,
          sharesMicros: null,
          budgetMicros: 10n ** 13n,
          stopPrice: target,
        };
        const done = executeTrade(market, orders, terms);
        const told = priceImpact(bookOf(orders), target);
        const slack = 1e-4 * (orders.length + 1);
        expect(Math.abs(told.credits - real(done.costMicros))).toBeLessThan(slack);
        expect(Math.abs(told.shares - real(done.sharesMicros))).toBeLessThan(slack);
      }),
      { numRuns: times(300) },
    );
  });

  test("grows the further it goes, begins with nothing, and jumps where orders rest", () => {
    fc.assert(
      fc.property(books, (orders) => {
        const { down, up } = impactCurve(bookOf(orders), { from: 0.05, to: 0.95, points: 20 });
        for (const branch of [down, up]) {
          expect(branch[0]).toEqual({ price, credits: 0, shares: 0 });
          for (const [i, point] of branch.slice(1).entries()) {
            expect(point.credits).toBeGreaterThan(branch[i]?.credits ?? 0);
            expect(point.shares).toBeGreaterThan(branch[i]?.shares ?? 0);
          }
        }
        const asks = new Set(orders.filter(({ action }) => action === "sell").map(outcomePriceOf));
        const within = [...asks].filter((at) => real(at) <= 0.95);
        expect(up.length - new Set(up.map((point) => point.price)).size).toBe(within.length);
      }),
      { numRuns: times(200) },
    );
  });

  test("is told between 0 and 1 alone", () => {
    expect(() => priceImpact(bookOf([]), 1)).toThrow("without reaching either");
    expect(() => impactCurve(bookOf([]), { from: 0.6, to: 0.9, points: 2 })).toThrow("holds the price");
  });
});
