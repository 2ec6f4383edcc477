import fc from "fast-check";
import { expect, test } from "vitest";
import { type LmsrMarket, pricesOfMarket, quantitiesOfMarket, subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { quoteBudget } from "#core/market/quote-budget.ts";
import { marketAfterTrade, quoteTrade } from "#core/market/quote-trade.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";
import { times } from "#tests/support/chance.ts";

const CREDIT = 1_000_000n;
const opening = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 5 })
  .map((weights) => weights.map((weight) => weight / weights.reduce((sum, w) => sum + w, 0)));
const market: fc.Arbitrary<LmsrMarket> = fc
  .record({
    openingPrices: opening,
    liquidityMicros: fc.bigInt(CREDIT, 5000n * CREDIT),
    seeds: fc.infiniteStream(fc.bigInt(0n, 20_000n * CREDIT)),
  })
  .map(({ openingPrices, liquidityMicros, seeds }) => ({
    openingPrices,
    liquidityMicros,
    soldMicros: openingPrices.map(() => seeds.next().value as bigint),
  }));
const shares = fc.oneof(fc.bigInt(1n, 1000n), fc.bigInt(1n, 10_000n * CREDIT));
const pick = fc.nat();
const outcomesOf = (of: LmsrMarket, choice: number, against: boolean) => {
  const outcome = choice % of.soldMicros.length;
  return against ? of.soldMicros.flatMap((_, i) => (i === outcome ? [] : [i])) : [outcome];
};

test("buying and selling back never gains", () => {
  fc.assert(
    fc.property(market, pick, fc.boolean(), shares, (of, choice, against, sharesMicros) => {
      const outcomes = outcomesOf(of, choice, against);
      const bought = quoteTrade(of, { outcomes, sharesMicros });
      const sold = quoteTrade(marketAfterTrade(of, bought), { outcomes, sharesMicros: -sharesMicros });
      expect(bought.costMicros + sold.costMicros).toBeGreaterThanOrEqual(0n);
    }),
    { numRuns: times(1000) },
  );
});

test("two purchases cost what one of both costs, within a micro-credit for each", () => {
  fc.assert(
    fc.property(market, pick, shares, shares, (of, choice, first, second) => {
      const outcomes = outcomesOf(of, choice, false);
      const one = quoteTrade(of, { outcomes, sharesMicros: first });
      const two = quoteTrade(marketAfterTrade(of, one), { outcomes, sharesMicros: second });
      const both = quoteTrade(of, { outcomes, sharesMicros: first + second });
      const steps = one.costMicros + two.costMicros - both.costMicros;
      expect(steps).toBeGreaterThanOrEqual(-2n);
      expect(steps).toBeLessThanOrEqual(2n);
    }),
    { numRuns: times(1000) },
  );
});

test("a purchase costs at least one micro-credit and at most what the shares can pay", () => {
  fc.assert(
    fc.property(market, pick, fc.boolean(), shares, (of, choice, against, sharesMicros) => {
      const { costMicros } = quoteTrade(of, { outcomes: outcomesOf(of, choice, against), sharesMicros });
      expect(costMicros).toBeGreaterThanOrEqual(1n);
      expect(costMicros).toBeLessThanOrEqual(sharesMicros);
    }),
  );
});

test("even a share without a chance is not given away", () => {
  const hopeless = { liquidityMicros: CREDIT, openingPrices: [0.5, 0.5], soldMicros: [0n, 100_000n * CREDIT] };
  expect(pricesOfMarket(hopeless)).toEqual([0, 1]);
  expect(quoteTrade(hopeless, { outcomes: [0], sharesMicros: 50n * CREDIT }).costMicros).toBe(1n);
  expect(quoteTrade(hopeless, { outcomes: [1], sharesMicros: -CREDIT }).costMicros).toBe(-CREDIT + 1n);
});

test("what traders paid and the subsidy together cover every payout, after any trades", () => {
  const act = fc.record({ choice: pick, against: fc.boolean(), sharesMicros: shares, sells: fc.boolean() });
  fc.assert(
    fc.property(
      opening,
      fc.bigInt(CREDIT, 1000n * CREDIT),
      fc.array(act, { maxLength: 60 }),
      (openingPrices, liquidityMicros, acts) => {
        let of: LmsrMarket = { openingPrices, liquidityMicros, soldMicros: openingPrices.map(() => 0n) };
        let cash = subsidyOfMarket(of);
        for (const { choice, against, sharesMicros, sells } of acts) {
          const outcomes = outcomesOf(of, choice, against);
          const held = outcomes.map((i) => of.soldMicros[i]!).reduce((least, sold) => (sold < least ? sold : least));
          const sale = held < sharesMicros ? held : sharesMicros;
          if (sells && sale === 0n) continue;
          const quote = quoteTrade(of, { outcomes, sharesMicros: sells ? -sale : sharesMicros });
          cash += quote.costMicros;
          of = marketAfterTrade(of, quote);
          for (const sold of of.soldMicros) expect(cash - sold).toBeGreaterThanOrEqual(0n);
        }
      },
    ),
    { numRuns: times(300) },
  );
});

test("a budget buys the most shares it can", () => {
  fc.assert(
    fc.property(market, pick, fc.boolean(), fc.bigInt(1n, 5000n * CREDIT), (of, choice, against, budgetMicros) => {
      const outcomes = outcomesOf(of, choice, against);
      const quote = quoteBudget(of, { outcomes, budgetMicros });
      if (quote === null)
        return expect(quoteTrade(of, { outcomes, sharesMicros: 1n }).costMicros > budgetMicros).toBe(true);
      expect(quote).toEqual(quoteTrade(of, { outcomes, sharesMicros: quote.sharesMicros }));
      expect(quote.costMicros).toBeLessThanOrEqual(budgetMicros);
      const margin = quote.sharesMicros / 10n ** 9n + 2n;
      const more = quoteTrade(of, { outcomes, sharesMicros: quote.sharesMicros + margin });
      expect(more.costMicros).toBeGreaterThanOrEqual(budgetMicros);
    }),
  );
});

test("a budget of nothing makes no trade", () => {
  const of = { liquidityMicros: 100n * CREDIT, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] };
  expect(quoteBudget(of, { outcomes: [0], budgetMicros: 0n })).toBeNull();
});

test("a large common part of what is sold changes no price", () => {
  const near = { liquidityMicros: 100n * CREDIT, openingPrices: [0.3, 0.7], soldMicros: [5n, 0n] };
  const far = { ...near, soldMicros: near.soldMicros.map((sold) => sold + 10n ** 20n) };
  expect(pricesOfMarket(far)).toEqual(pricesOfMarket(near));
});

test("a market whose opening prices do not sum to 1, or without liquidity, is refused", () => {
  const of = { liquidityMicros: 100n * CREDIT, openingPrices: [0.5, 0.5], soldMicros: [0n, 0n] };
  expect(() => quantitiesOfMarket({ ...of, openingPrices: [0.5, 0.6] })).toThrow("sum to 1");
  expect(() => quantitiesOfMarket({ ...of, liquidityMicros: 0n })).toThrow("needs liquidity");
  expect(() => quoteTrade(of, { outcomes: [0], sharesMicros: 0n })).toThrow(brokenRule("shares_must_be_tradable"));
});
