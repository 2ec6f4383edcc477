import { procedure, router } from "#server/api/trpc.ts";
import { cancelOrder } from "#services/market/cancel-order.ts";
import {
  cancelOrderInput,
  marketInput,
  openMarketInput,
  placeOrderInput,
  profitBoardInput,
  quoteInput,
  tradeInput,
  tradesInput,
} from "#services/market/input.ts";
import { marketOfQuestion } from "#services/market/market-of-question.ts";
import { openMarket } from "#services/market/open-market.ts";
import {
  depthOutput,
  holdersOutput,
  marketOutput,
  openedMarketOutput,
  orderOutput,
  ownOrdersOutput,
  portfolioOutput,
  priceHistoryOutput,
  profitBoardOutput,
  quoteOutput,
  tradeOutput,
  tradesOutput,
} from "#services/market/output.ts";
import { placeOrder } from "#services/market/place-order.ts";
import { portfolio } from "#services/market/portfolio.ts";
import { profitBoard } from "#services/market/profit-board.ts";
import { depth, holders, priceHistory, tradesOfQuestion } from "#services/market/queries.ts";
import { quote } from "#services/market/quote.ts";
import { ownOrders } from "#services/market/shown-orders.ts";
import { trade } from "#services/market/trade.ts";

export const marketRouter = router({
  open: procedure
    .input(openMarketInput)
    .output(openedMarketOutput)
    .mutation(({ ctx, input }) => openMarket(ctx, input)),
  quote: procedure
    .input(quoteInput)
    .output(quoteOutput)
    .query(({ ctx, input }) => quote(ctx, input)),
  trade: procedure
    .input(tradeInput)
    .output(tradeOutput)
    .mutation(({ ctx, input }) => trade(ctx, input)),
  placeOrder: procedure
    .input(placeOrderInput)
    .output(orderOutput)
    .mutation(({ ctx, input }) => placeOrder(ctx, input)),
  cancelOrder: procedure
    .input(cancelOrderInput)
    .output(orderOutput)
    .mutation(({ ctx, input }) => cancelOrder(ctx, input)),
  ofQuestion: procedure
    .input(marketInput)
    .output(marketOutput)
    .query(({ ctx, input }) => marketOfQuestion(ctx, input)),
  priceHistory: procedure
    .input(marketInput)
    .output(priceHistoryOutput)
    .query(({ ctx, input }) => priceHistory(ctx, input)),
  depth: procedure
    .input(marketInput)
    .output(depthOutput)
    .query(({ ctx, input }) => depth(ctx, input)),
  trades: procedure
    .input(tradesInput)
    .output(tradesOutput)
    .query(({ ctx, input }) => tradesOfQuestion(ctx, input)),
  holders: procedure
    .input(marketInput)
    .output(holdersOutput)
    .query(({ ctx, input }) => holders(ctx, input)),
  ownOrders: procedure
    .input(marketInput)
    .output(ownOrdersOutput)
    .query(({ ctx, input }) => ownOrders(ctx, input)),
  portfolio: procedure.output(portfolioOutput).query(({ ctx }) => portfolio(ctx)),
  profitBoard: procedure
    .input(profitBoardInput)
    .output(profitBoardOutput)
    .query(({ ctx, input }) => profitBoard(ctx, input)),
});
