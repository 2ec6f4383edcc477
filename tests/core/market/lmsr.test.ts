import fc from "fast-check";
import { expect, test } from "vitest";
import { lmsrCost } from "#core/market/comparison/lmsr-cost.ts";
import { marketScoringMove } from "#core/market/comparison/market-scoring-move.ts";
import { lmsrLogOdds, probabilityOfLogOdds } from "#core/market/lmsr-log-odds.ts";
import { lmsrPrices } from "#core/market/lmsr-prices.ts";
import { lmsrSharesForBudget } from "#core/market/lmsr-shares-for-budget.ts";
import { lmsrTargetTrade } from "#core/market/lmsr-target-trade.ts";
import { lmsrTradeCost } from "#core/market/lmsr-trade-cost.ts";
import { lmsrWorstLoss } from "#core/market/lmsr-worst-loss.ts";
import { logSumExp } from "#core/market/log-sum-exp.ts";

const amount = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const liquidity = fc.double({ min: 1, max: 1000, noNaN: true });
const quantities = fc.array(amount(300), { minLength: 2, maxLength: 8 });
const extreme = fc.array(amount(1e12), { minLength: 2, maxLength: 8 });
const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const simplex = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 })
  .map((weights) => weights.map((weight) => weight / weights.reduce((sum, w) => sum + w, 0)));

const near = (actual: number, expected: number, scale = 1) =>
  expect(Math.abs(actual - expected)).toBeLessThan(1e-9 * Math.max(scale, Math.abs(expected)));

test("prices sum to 1 and nothing is NaN at any quantities", () => {
  fc.assert(
    fc.property(extreme, liquidity, amount(1e12), (q, b, shares) => {
      const prices = lmsrPrices(q, b);
      near(
        prices.reduce((sum, price) => sum + price, 0),
        1,
      );
      const logOdds = lmsrLogOdds(q, b, [0]);
      const cost = lmsrTradeCost(logOdds, b, shares);
      for (const value of [...prices, lmsrCost(q, b), cost]) expect(Number.isFinite(value)).toBe(true);
      const bought = lmsrSharesForBudget(logOdds, b, Math.abs(shares));
      expect(Number.isNaN(bought.shares) || Number.isNaN(bought.priceAfter)).toBe(false);
    }),
  );
});

test("a trade costs the change of the cost function", () => {
  fc.assert(
    fc.property(quantities, liquidity, amount(300), (q, b, shares) => {
      const after = q.map((quantity, i) => (i === 0 ? quantity + shares : quantity));
      const cost = lmsrTradeCost(lmsrLogOdds(q, b, [0]), b, shares);
      near(cost, lmsrCost(after, b) - lmsrCost(q, b), lmsrCost(q, b) + 1000);
    }),
  );
});

test("a small trade keeps its digits: it costs price times shares to first order", () => {
  const cost = lmsrTradeCost(lmsrLogOdds([1e6, 1e6 - 200], 100, [1]), 100, 1e-9);
  expect(cost / (1e-9 * probabilityOfLogOdds(-2))).toBeCloseTo(1, 9);
});

test("selling nearly all there is at a price near 1 still brings the right proceeds", () => {
  const proceeds = -lmsrTradeCost(60, 1, -120);
  expect(proceeds).toBeCloseTo(60, 12);
});

test("it does not matter in how many steps a trade is made", () => {
  fc.assert(
    fc.property(quantities, liquidity, amount(300), amount(300), (q, b, first, second) => {
      const logOdds = lmsrLogOdds(q, b, [0]);
      const steps = lmsrTradeCost(logOdds, b, first) + lmsrTradeCost(logOdds + first / b, b, second);
      near(steps, lmsrTradeCost(logOdds, b, first + second), 1000);
    }),
  );
});

test("equal shares of every outcome but one cost as in a market of two", () => {
  fc.assert(
    fc.property(quantities, liquidity, amount(300), (q, b, shares) => {
      const others = q.map((_, i) => i).slice(1);
      const after = q.map((quantity, i) => (i === 0 ? quantity : quantity + shares));
      near(lmsrTradeCost(lmsrLogOdds(q, b, others), b, shares), lmsrCost(after, b) - lmsrCost(q, b), 2000);
    }),
  );
});

test("the shares a budget buys cost the budget and leave the price they say", () => {
  fc.assert(
    fc.property(quantities, liquidity, fc.double({ min: 0, max: 3000, noNaN: true }), (q, b, budget) => {
      const logOdds = lmsrLogOdds(q, b, [0]);
      const { shares, priceAfter } = lmsrSharesForBudget(logOdds, b, budget);
      near(lmsrTradeCost(logOdds, b, shares), budget, 1);
      near(probabilityOfLogOdds(logOdds + shares / b), priceAfter);
    }),
  );
});

test("the trade toward a target reaches it and costs what the shares cost", () => {
  fc.assert(
    fc.property(probability, probability, liquidity, (price, target, b) => {
      const { side, shares, cost } = lmsrTargetTrade({ price, target, liquidity: b });
      const logOdds = Math.log(price / (1 - price)) * (side === "for" ? 1 : -1);
      expect(shares).toBeGreaterThanOrEqual(-1e-9);
      near(lmsrTradeCost(logOdds, b, shares), cost, 1000);
      near(probabilityOfLogOdds(logOdds + shares / b), side === "for" ? target : 1 - target);
    }),
  );
});

test("a move of all prices costs the change of the cost function and earns a log score against the prices found", () => {
  fc.assert(
    fc.property(
      simplex,
      fc.infiniteStream(fc.double({ min: 0.01, max: 1, noNaN: true })),
      liquidity,
      (from, draws, b) => {
        const weights = from.map(() => draws.next().value as number);
        const to = weights.map((weight) => weight / weights.reduce((sum, w) => sum + w, 0));
        const { shares, cost, netPayoffs } = marketScoringMove(from, to, b);
        const q = from.map((price) => b * Math.log(price));
        const after = q.map((quantity, k) => quantity + shares[k]!);
        near(cost, lmsrCost(after, b) - lmsrCost(q, b), b);
        for (const [k, price] of lmsrPrices(after, b).entries()) near(price, to[k]!);
        for (const [k, payoff] of netPayoffs.entries()) near(shares[k]! - cost, payoff, b);
      },
    ),
  );
});

test("whoever believes the new prices expects to gain by moving to them, and most by moving all the way", () => {
  fc.assert(
    fc.property(probability, probability, probability, (price, belief, report) => {
      const expected = (to: number) => {
        const { netPayoffs } = marketScoringMove([price, 1 - price], [to, 1 - to], 1);
        return belief * netPayoffs[0]! + (1 - belief) * netPayoffs[1]!;
      };
      expect(expected(belief)).toBeGreaterThanOrEqual(expected(report) - 1e-12);
      expect(expected(belief)).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});

test("the maker never loses more than its worst loss, whatever sequence of prices it is led through", () => {
  fc.assert(
    fc.property(simplex, liquidity, fc.array(amount(2000), { maxLength: 20 }), (opening, b, trades) => {
      let q = opening.map((price) => b * Math.log(price));
      const start = q;
      for (const [i, shares] of trades.entries())
        q = q.map((quantity, k) => (k === i % q.length ? quantity + shares : quantity));
      const collected = lmsrCost(q, b) - lmsrCost(start, b);
      for (const [k, quantity] of q.entries()) {
        expect(quantity - start[k]! - collected).toBeLessThanOrEqual(lmsrWorstLoss(opening, b) + 1e-6);
      }
    }),
  );
});

test("arguments outside the model are refused", () => {
  expect(() => lmsrCost([0], 1)).toThrow("outcomes and liquidity");
  expect(() => lmsrPrices([0, 0], 0)).toThrow("outcomes and liquidity");
  expect(() => lmsrLogOdds([0, 0], 1, [0, 1])).toThrow("not all");
  expect(() => lmsrLogOdds([0, 0], 1, [2])).toThrow("not all");
  expect(() => lmsrTargetTrade({ price: 0.5, target: 1, liquidity: 1 })).toThrow("without reaching either");
  expect(() => lmsrWorstLoss([0, 1], 1)).toThrow("Opening prices");
  expect(() => marketScoringMove([1, 0], [0.5, 0.5], 1)).toThrow("positive price");
});

test("the sum of no exponentials is nothing", () => expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY));
