import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marketAccount, personAccount } from "#core/ledger/account-ids.ts";
import { pricesOfMarket, subsidyOfMarket } from "#core/market/lmsr-market.ts";
import { paidInOf, positionValue } from "#core/market/position.ts";
import { outcomePriceOf, raisesPrice } from "#core/market/resting-order.ts";
import { type SettlementPlan, settlementPlan } from "#core/market/settlement-plan.ts";
import { netMoves, positionChanges } from "#core/market/trade-entries.ts";
import { SEED, times } from "#tests/support/chance.ts";
import { aTry, openings, PEOPLE, simulatedMarket } from "./simulated-market.ts";

const MARKETS = times(2_000);

/** Markets with a history of up to forty acts of four people. */
const histories = fc
  .record({
    opening: openings,
    liquidity: fc.bigInt(1_000_000n, 200_000_000n),
    tries: fc.array(aTry, { maxLength: 40 }),
    outcome: fc.nat(3),
    late: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ opening, liquidity, tries, outcome, late }) => {
    const market = simulatedMarket(opening, liquidity);
    for (const tried of tries) market.attempt(tried);
    return { market, outcome: outcome % opening.length, late };
  });

function settle(market: ReturnType<typeof simulatedMarket>, outcome: number | null, share: number): SettlementPlan {
  const { positions, trades } = market.read();
  return settlementPlan({
    questionId: "q",
    outcome,
    cashMicros: market.cash(),
    holdings: [...positions].map(([userId, position]) => ({
      userId,
      sharesMicros: position.sharesMicros,
      paidInMicros: paidInOf(position),
    })),
    late: trades.slice(Math.floor(share * trades.length)).map(({ trade, moves }, i) => ({
      transactionId: `t${i}`,
      moves,
      changes: positionChanges(trade),
    })),
  });
}

const allMoves = (plan: SettlementPlan) => [
  ...plan.reversals.flatMap(({ moves }) => moves),
  ...plan.payout,
  ...plan.residue,
];

describe("after any trades and orders", () => {
  test(`accounts, escrow, positions and the maker agree to the micro, in ${MARKETS} markets`, () => {
    fc.assert(
      fc.property(histories, ({ market }) => {
        const { market: maker, book, positions } = market.read();
        expect(market.total()).toBe(subsidyOfMarket(maker));
        const reserved = PEOPLE.map((name) =>
          book.filter((order) => order.userId === name).reduce((sum, order) => sum + order.reservedMicros, 0n),
        );
        expect(market.escrow()).toEqual(reserved);
        const held = maker.soldMicros.map((_, i) =>
          [...positions.values()].reduce((sum, position) => sum + (position.sharesMicros[i] ?? 0n), 0n),
        );
        expect(held).toEqual(maker.soldMicros);
        expect(maker.soldMicros.every((sold) => sold <= market.cash())).toBe(true);
      }),
      { numRuns: MARKETS, seed: SEED },
    );
  });

  test(`no order rests that the market or another order would meet, in ${MARKETS} markets`, () => {
    fc.assert(
      fc.property(histories, ({ market }) => {
        const { market: maker, book, isSweptToTheEnd } = market.read();
        // Two orders that raise each other's price by turns leave the rest of their way to the next act.
        fc.pre(isSweptToTheEnd);
        const prices = pricesOfMarket(maker);
        for (const order of book) {
          const limit = Number(outcomePriceOf(order)) / 1e6;
          const price = prices[order.outcome] as number;
          // A lot of the least liquid market moves a price by less than this.
          expect(raisesPrice(order) ? limit - price : price - limit).toBeLessThan(1e-3);
          const opposed = book.filter(
            (other) => other.outcome === order.outcome && raisesPrice(other) && !raisesPrice(order),
          );
          for (const bid of opposed) expect(outcomePriceOf(bid) < outcomePriceOf(order)).toBe(true);
        }
      }),
      { numRuns: MARKETS, seed: SEED + 1 },
    );
  });
});

type Market = ReturnType<typeof simulatedMarket>;

/** Where a settlement makes money appear or vanish, if it does. */
function settlementFaults(market: Market, plan: SettlementPlan): string[] {
  const moves = netMoves(allMoves(plan));
  const left = moves.find(({ accountId }) => accountId === marketAccount("q"))?.micros ?? 0n;
  const profits = plan.results.reduce((sum, { profitMicros }) => sum + profitMicros, 0n);
  const [isVoid, subsidy] = [plan.results.length === 0, subsidyOfMarket(market.read().market)];
  const held = {
    "moves sum to zero": moves.reduce((sum, { micros }) => sum + micros, 0n) === 0n,
    "the market is left with nothing": left === -market.cash(),
    "profits and residue are the subsidy": isVoid || profits + plan.residueMicros === subsidy,
  };
  return Object.entries(held).flatMap(([law, isHeld]) => (isHeld ? [] : [law]));
}

/** Who does not have what they began with, once a settlement that undoes everything is carried out; and the house, if it has less. */
function refundFaults(market: Market, plan: SettlementPlan): string[] {
  const accounts = [...market.read().accounts].map(([accountId, micros]) => ({ accountId, micros }));
  const after = new Map(netMoves([...allMoves(plan), ...accounts]).map(({ accountId, micros }) => [accountId, micros]));
  const escrow = market.escrow();
  const off = PEOPLE.filter((name, i) => (after.get(personAccount(name)) ?? 0n) + (escrow[i] ?? 0n) !== 0n);
  return plan.residueMicros === subsidyOfMarket(market.read().market) ? off : [...off, "house"];
}

describe("M8: a settlement", () => {
  test(`pays exactly what the market held: payouts, what is given back and what is left, in ${MARKETS} markets`, () => {
    fc.assert(
      fc.property(histories, ({ market, outcome, late }) => {
        expect(settlementFaults(market, settle(market, outcome, late))).toEqual([]);
      }),
      { numRuns: MARKETS, seed: SEED + 2 },
    );
  });

  test(`that reverses every trade, and a void, leave everybody with what they began with, in ${MARKETS} markets`, () => {
    fc.assert(
      fc.property(histories, ({ market, outcome }) => {
        const undone = settle(market, outcome, 0);
        const refunded = settle(market, null, 1);
        expect([refundFaults(market, undone), refundFaults(market, refunded)]).toEqual([[], []]);
        expect(settlementFaults(market, refunded)).toEqual([]);
      }),
      { numRuns: MARKETS, seed: SEED + 3 },
    );
  });
});

test("what M8 would catch: a payout that is one micro more than the market gives", () => {
  const wrong = fc.property(histories, ({ market, outcome, late }) => {
    const plan = settle(market, outcome, late);
    const first = plan.payout.find(({ accountId }) => accountId.startsWith("person:"));
    const payout = plan.payout.map((move) => (move === first ? { ...move, micros: move.micros + 1n } : move));
    return !first || settlementFaults(market, { ...plan, payout }).length === 0;
  });
  expect(fc.check(wrong, { numRuns: 200, seed: SEED }).failed).toBe(true);
});

test("what M8 would catch: late trades that are paid as well as reversed", () => {
  const wrong = fc.property(histories, ({ market, outcome, late }) => {
    const plan = settle(market, outcome, late);
    const { positions } = market.read();
    const held = (userId: string) => positions.get(userId)?.sharesMicros[outcome] ?? 0n;
    const paidAll = plan.results.map((each) => ({
      ...each,
      profitMicros: each.profitMicros - each.payoutMicros + held(each.userId),
    }));
    return settlementFaults(market, { ...plan, results: paidAll }).length === 0;
  });
  expect(fc.check(wrong, { numRuns: 200, seed: SEED }).failed).toBe(true);
});

test("what M8 would catch: a void that gives back what shares are worth instead of what they cost", () => {
  const wrong = fc.property(histories, ({ market }) => {
    const { positions, market: maker } = market.read();
    const prices = pricesOfMarket(maker);
    const plan = settlementPlan({
      questionId: "q",
      outcome: null,
      cashMicros: market.cash(),
      holdings: [...positions].map(([userId, position]) => ({
        userId,
        sharesMicros: position.sharesMicros,
        paidInMicros: positionValue(position, prices),
      })),
      late: [],
    });
    return refundFaults(market, plan).length === 0;
  });
  expect(fc.check(wrong, { numRuns: 200, seed: SEED }).failed).toBe(true);
});
