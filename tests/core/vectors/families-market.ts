import { lmsrCost } from "#core/market/comparison/lmsr-cost.ts";
import { marketScoringMove } from "#core/market/comparison/market-scoring-move.ts";
import { lmsrLogOdds } from "#core/market/lmsr-log-odds.ts";
import { lmsrPrices } from "#core/market/lmsr-prices.ts";
import { lmsrSharesForBudget } from "#core/market/lmsr-shares-for-budget.ts";
import { lmsrTargetTrade } from "#core/market/lmsr-target-trade.ts";
import { lmsrTradeCost } from "#core/market/lmsr-trade-cost.ts";
import { lmsrWorstLoss } from "#core/market/lmsr-worst-loss.ts";
import { type Families, served } from "./vector-case.ts";
import { mustBe } from "./watched-inputs.ts";

interface Market {
  q: number[];
  b: number;
}

export const marketFamilies: Families = {
  "lmsr-bounded-loss": served((inputs: { n: number; p0?: number[]; b: number }) => {
    const opening = inputs.p0 ?? Array.from({ length: inputs.n }, () => 1 / inputs.n);
    return { maxLoss: lmsrWorstLoss(opening, inputs.b) };
  }),
  "lmsr-buy-shares": served(({ q, b, outcome, shares }: Market & { outcome: number; shares: number }) => ({
    cost: lmsrTradeCost(lmsrLogOdds(q, b, [outcome]), b, shares),
    pricesAfter: lmsrPrices(
      q.map((quantity, i) => (i === outcome ? quantity + shares : quantity)),
      b,
    ),
  })),
  "lmsr-cost": served(({ q, b }: Market) => ({ cost: lmsrCost(q, b), prices: lmsrPrices(q, b) })),
  "lmsr-move": served(({ b, priceYes, targetYes }: { b: number; priceYes: number; targetYes: number }) => {
    const { side, shares, cost } = lmsrTargetTrade({ price: priceYes, target: targetYes, liquidity: b });
    const [whenRight, whenWrong] = [shares - cost, -cost];
    return side === "for"
      ? { side: "YES", shares, cost, netIfYes: whenRight, netIfNo: whenWrong }
      : { side: "NO", shares, cost, netIfYes: whenWrong, netIfNo: whenRight };
  }),
  "lmsr-move-multi": served(({ b, from, to }: { b: number; from: number[]; to: number[] }) => {
    const { shares: sharesBought, cost, netPayoffs: netPayoff } = marketScoringMove(from, to, b);
    return { netPayoff, sharesBought, cost };
  }),
  "lmsr-spend": served(({ q, b, outcome, spend }: Market & { outcome: number; spend: number }) =>
    lmsrSharesForBudget(lmsrLogOdds(q, b, [outcome]), b, spend),
  ),
  "lmsr-telescoping": served(({ b, prices, outcome }: { b: number; prices: number[]; outcome: string }) => {
    mustBe("outcome", outcome, "YES", "NO");
    const payoffs = prices.slice(1).map((price, i) => {
      const { netPayoffs } = marketScoringMove([prices[i]!, 1 - prices[i]!], [price, 1 - price], b);
      return netPayoffs[outcome === "YES" ? 0 : 1]!;
    });
    return {
      perTrader: payoffs,
      makerLoss: payoffs.reduce((sum, payoff) => sum + payoff, 0),
      bound: lmsrWorstLoss([prices[0]!, 1 - prices[0]!], b),
    };
  }),
};
