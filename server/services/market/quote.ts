import type { z } from "zod";
import { accountIdOf } from "#core/actor.ts";
import { averagePrice } from "#core/market/average-price.ts";
import type { ExecutedTrade } from "#core/market/executed-trade.ts";
import { pricesOfMarket } from "#core/market/lmsr-market.ts";
import { tradeAtOnce } from "#core/market/market-act.ts";
import { noPosition } from "#core/market/position.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { QuoteInput } from "./input.ts";
import { loadMarket, loadMarketFacts } from "./lock-market.ts";
import { marketHiddenUntil } from "./market-hidden-until.ts";
import type { quoteOutput } from "./output.ts";
import { closedMarket } from "./refusal-of-trade.ts";
import { termsOfRequest } from "./terms-of-request.ts";

/** Nobody has this id: a quote for somebody not signed in meets everybody's orders. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

export const shownLegs = (trade: ExecutedTrade) =>
  trade.legs.map(({ order, sharesMicros, takerMicros }) => ({
    counterpart: order ? ("order" as const) : ("maker" as const),
    sharesMicros,
    costMicros: takerMicros,
  }));

/** What a trade would come to now. Nothing is held: the trade itself carries a limit. A market that waits for its crowd quotes no price. */
export async function quote(ctx: ServiceContext, request: QuoteInput): Promise<z.input<typeof quoteOutput>> {
  authorize(ctx, "read_public_pages");
  const userId = accountIdOf(ctx.actor);
  const market = await loadMarket(ctx.db, request.questionId);
  if (await marketHiddenUntil(ctx, request.questionId)) throw await closedMarket(ctx.db, request.questionId, ctx.now);
  const facts = await loadMarketFacts(ctx.db, request.questionId, userId);
  const terms = termsOfRequest(market, userId ?? NOBODY, request);
  const held = facts.position ?? noPosition(market.soldMicros.length);
  const [trade] = tradeAtOnce({ market, book: facts.book }, terms, held).trades;
  const pricesBefore = pricesOfMarket(market);
  const { action, outcome, side } = terms;
  if (!trade) {
    const nothing = { sharesMicros: 0n, costMicros: 0n, redeemedMicros: 0n, legs: [], averagePrice: null };
    return { ...nothing, action, outcome, side, isPossible: false, pricesBefore, pricesAfter: pricesBefore };
  }
  const { sharesMicros, costMicros, redeemedMicros, pricesAfter } = trade;
  return {
    action,
    outcome,
    side,
    sharesMicros,
    costMicros,
    redeemedMicros,
    pricesBefore,
    pricesAfter: [...pricesAfter],
    legs: shownLegs(trade),
    isPossible: true,
    averagePrice: averagePrice(costMicros, sharesMicros),
  };
}
