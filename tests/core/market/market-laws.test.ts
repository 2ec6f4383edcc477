import fc from "fast-check";
import { expect, test } from "vitest";
import { creditsText, MOST_MICROS, microsOfText } from "#core/ledger/micros.ts";
import { pricesOfMarket, subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { lmsrPrices } from "#core/market/lmsr-prices.ts";
import { marketAfterTrade, quoteTrade } from "#core/market/quote-trade.ts";
import { openings } from "./simulated-market.ts";

const CASES = 100_000;
const SEED = Date.now() % 2 ** 31;
const CREDIT = 1_000_000n;

const cases = fc.record({
  openingPrices: openings,
  liquidityMicros: fc.bigInt(CREDIT, 5_000n * CREDIT),
  sold: fc.array(fc.bigInt(0n, 20_000n * CREDIT), { minLength: 4, maxLength: 4 }),
  outcome: fc.nat(3),
  first: fc.oneof(fc.bigInt(1n, 1_000n), fc.bigInt(1n, 10_000n * CREDIT)),
  second: fc.bigInt(1n, 1_000n * CREDIT),
});

test(`M6: prices are probabilities, a purchase raises its price, steps do not matter and a round trip never gains, in ${CASES} markets`, () => {
  console.log(`seed: ${SEED}`);
  fc.assert(
    fc.property(cases, ({ openingPrices, liquidityMicros, sold, outcome, first, second }) => {
      const market = { openingPrices, liquidityMicros, soldMicros: openingPrices.map((_, i) => sold[i] as bigint) };
      const outcomes = [outcome % openingPrices.length];
      const before = pricesOfMarket(market);
      const total = before.reduce((sum, price) => sum + price, 0);
      if (!before.every((price) => price >= 0 && price <= 1) || Math.abs(total - 1) > 1e-12) return false;
      const one = quoteTrade(market, { outcomes, sharesMicros: first });
      const after = marketAfterTrade(market, one);
      if ((pricesOfMarket(after)[outcomes[0] as number] ?? 0) < (before[outcomes[0] as number] ?? 1)) return false;
      const back = quoteTrade(after, { outcomes, sharesMicros: -first });
      if (one.costMicros + back.costMicros < 0n) return false;
      const two = quoteTrade(after, { outcomes, sharesMicros: second });
      const both = quoteTrade(market, { outcomes, sharesMicros: first + second });
      const steps = one.costMicros + two.costMicros - both.costMicros;
      return steps >= -2n && steps <= 2n && one.costMicros > 0n && one.costMicros <= first;
    }),
    { numRuns: CASES, seed: SEED },
  );
});

test("M6: no price is NaN or beyond 0 and 1 at any quantities, and the subsidy covers the worst loss from any opening", () => {
  const quantities = fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(quantities, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (held, liquidity) =>
      lmsrPrices(held, liquidity).every((price) => price >= 0 && price <= 1),
    ),
    { numRuns: 10_000, seed: SEED },
  );
  fc.assert(
    fc.property(openings, fc.bigInt(CREDIT, 5_000n * CREDIT), (openingPrices, liquidityMicros) => {
      const market = { openingPrices, liquidityMicros, soldMicros: openingPrices.map(() => 0n) };
      const all = quoteTrade(market, {
        outcomes: [openingPrices.indexOf(Math.min(...openingPrices))],
        sharesMicros: 8_000_000_000_000n,
      });
      return 8_000_000_000_000n - all.costMicros <= subsidyOfMarket(market);
    }),
    { numRuns: 10_000, seed: SEED },
  );
});

test("M6: a law that does not hold is found out: proceeds rounded up instead of down", () => {
  const wrong = fc.check(
    fc.property(cases, ({ openingPrices, liquidityMicros, sold, outcome, first }) => {
      const market = { openingPrices, liquidityMicros, soldMicros: openingPrices.map((_, i) => sold[i] as bigint) };
      const outcomes = [outcome % openingPrices.length];
      const one = quoteTrade(market, { outcomes, sharesMicros: first });
      const back = quoteTrade(marketAfterTrade(market, one), { outcomes, sharesMicros: -first });
      return one.costMicros + back.costMicros - 2n >= 0n;
    }),
    { numRuns: 1_000, seed: SEED },
  );
  expect(wrong.failed).toBe(true);
});

test("M13: an amount up to 2⁶³ − 1 is read from what is typed and shown again without losing a micro", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, MOST_MICROS), (micros) => microsOfText(creditsText(micros)) === micros),
    { numRuns: 10_000, seed: SEED },
  );
  expect(microsOfText("9,223,372,036,854.775807")).toBe(MOST_MICROS);
  for (const text of ["9223372036854.775808", "1e3", "-1", "1.0000001", "", "0x10", "NaN"]) {
    expect(() => microsOfText(text)).toThrow();
  }
});
