import fc from "fast-check";
import { expect, test } from "vitest";
import { creditsText, MAX_MICROS, microsOfText } from "#core/ledger/micros.ts";
import { pricesOfMarket, subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { lmsrPrices } from "#core/market/lmsr-prices.ts";
import { marketAfterTrade, quoteTrade } from "#core/market/quote-trade.ts";
import { SEED, times } from "#tests/support/chance.ts";
import { openings } from "./simulated-market.ts";

const CASES = times(100_000);
const CREDIT = 1_000_000n;

const cases = fc.record({
  openingPrices: openings,
  liquidityMicros: fc.bigInt(CREDIT, 5_000n * CREDIT),
  sold: fc.array(fc.bigInt(0n, 20_000n * CREDIT), { minLength: 4, maxLength: 4 }),
  outcome: fc.nat(3),
  first: fc.oneof(fc.bigInt(1n, 1_000n), fc.bigInt(1n, 10_000n * CREDIT)),
  second: fc.bigInt(1n, 1_000n * CREDIT),
});

/** A market maker, to be held to the laws: the real one, or one with a fault. */
interface Maker {
  readonly quote: typeof quoteTrade;
  readonly prices: typeof pricesOfMarket;
}
const REAL: Maker = { quote: quoteTrade, prices: pricesOfMarket };

/** Draws markets and gives the first law that some trade in them breaks, if any does. */
function firstBrokenLaw({ quote, prices }: Maker, numRuns: number): { runs: number; law: string | undefined } {
  let law: string | undefined;
  const laws = fc.property(cases, ({ openingPrices, liquidityMicros, sold, outcome, first, second }) => {
    const market = { openingPrices, liquidityMicros, soldMicros: openingPrices.map((_, i) => sold[i] as bigint) };
    const outcomes = [outcome % openingPrices.length];
    const before = prices(market);
    const total = before.reduce((sum, price) => sum + price, 0);
    const one = quote(market, { outcomes, sharesMicros: first });
    const after = marketAfterTrade(market, one);
    const back = quote(after, { outcomes, sharesMicros: -first });
    const two = quote(after, { outcomes, sharesMicros: second });
    const both = quote(market, { outcomes, sharesMicros: first + second });
    const steps = one.costMicros + two.costMicros - both.costMicros;
    const [from = 1, to = 0] = [before[outcomes[0] as number], prices(after)[outcomes[0] as number]];
    const held = {
      "prices are probabilities": before.every((price) => price >= 0 && price <= 1) && Math.abs(total - 1) <= 1e-12,
      "a purchase does not lower its price": to >= from,
      "a round trip never gains": one.costMicros + back.costMicros >= 0n,
      "steps do not matter": steps >= -2n && steps <= 2n,
      "a share costs something, and at most what it can pay": one.costMicros > 0n && one.costMicros <= first,
    };
    law = Object.entries(held).find(([, isHeld]) => !isHeld)?.[0];
    return law === undefined;
  });
  const { numRuns: runs } = fc.check(laws, { numRuns, seed: SEED, endOnFailure: true });
  return { runs, law };
}

test(`M6: prices are probabilities, a purchase raises its price, steps do not matter and a round trip never gains, in ${CASES} markets`, () => {
  console.log(`seed: ${SEED}`);
  const { runs, law } = firstBrokenLaw(REAL, CASES);
  console.log(`${runs} markets`);
  expect([law, runs]).toEqual([undefined, CASES]);
});

/** Quotes that are some micros better for the trader than they should be, or (negative) worse. */
const better =
  (micros: bigint): typeof quoteTrade =>
  (market, trade) => {
    const quoted = quoteTrade(market, trade);
    return { ...quoted, costMicros: quoted.costMicros - micros };
  };

test.each<[string, Maker, string]>([
  ["costs rounded down and proceeds up", { ...REAL, quote: better(1n) }, "a round trip never gains"],
  ["a fixed fee on every trade", { ...REAL, quote: better(-3n) }, "steps do not matter"],
  [
    "prices rounded to the millionth",
    { ...REAL, prices: (market) => pricesOfMarket(market).map((price) => Math.round(price * 1e6) / 1e6) },
    "prices are probabilities",
  ],
  [
    "prices of what is left to sell",
    { ...REAL, prices: (market) => pricesOfMarket({ ...market, soldMicros: market.soldMicros.map((sold) => -sold) }) },
    "a purchase does not lower its price",
  ],
])("what M6 would catch: %s", (_, wrong, law) => {
  expect(firstBrokenLaw(wrong, 1_000).law).toBe(law);
});

/** Whether some quantities, however large, have a price that is none. */
function failsSomewhere(prices: typeof lmsrPrices): boolean {
  const quantities = fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { minLength: 2, maxLength: 6 });
  const arePrices = fc.property(quantities, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (held, liquidity) =>
    prices(held, liquidity).every((price) => price >= 0 && price <= 1),
  );
  return fc.check(arePrices, { numRuns: times(10_000), seed: SEED }).failed;
}

test("M6: no price is NaN or beyond 0 and 1 at any quantities, and the subsidy covers the worst loss from any opening", () => {
  expect(failsSomewhere(lmsrPrices)).toBe(false);
  fc.assert(
    fc.property(openings, fc.bigInt(CREDIT, 5_000n * CREDIT), (openingPrices, liquidityMicros) => {
      const market = { openingPrices, liquidityMicros, soldMicros: openingPrices.map(() => 0n) };
      const all = quoteTrade(market, {
        outcomes: [openingPrices.indexOf(Math.min(...openingPrices))],
        sharesMicros: 8_000_000_000_000n,
      });
      return 8_000_000_000_000n - all.costMicros <= subsidyOfMarket(market);
    }),
    { numRuns: times(10_000), seed: SEED },
  );
});

test("what M6 would catch: exponentials that are summed as they are, which overflow", () => {
  const summed = (held: readonly number[], liquidity: number) => {
    const powers = held.map((quantity) => Math.exp(quantity / liquidity));
    return powers.map((power) => power / powers.reduce((sum, each) => sum + each, 0));
  };
  expect(failsSomewhere(summed)).toBe(true);
});

test("M13: an amount up to 2⁶³ − 1 is read from what is typed and shown again without losing a micro", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, MAX_MICROS), (micros) => microsOfText(creditsText(micros)) === micros),
    { numRuns: times(10_000), seed: SEED },
  );
  expect(microsOfText("9,223,372,036,854.775807")).toBe(MAX_MICROS);
  for (const text of ["9223372036854.775808", "1e3", "-1", "1.0000001", "", "0x10", "NaN"]) {
    expect(() => microsOfText(text)).toThrow();
  }
});
