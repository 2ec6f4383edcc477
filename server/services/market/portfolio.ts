import type { z } from "zod";
import { sumMicros } from "#core/ledger/micros.ts";
import { pricesOfMarket } from "#core/market/lmsr-market.ts";
import { shownPosition, withoutValue } from "#core/market/position.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { balance } from "#services/ledger/balance.ts";
import { hiddenUntil } from "#services/visibility.ts";
import { labelColumns, outcomeLabels } from "./outcome-labels.ts";
import type { portfolioOutput } from "./output.ts";
import { orderSelect, shownOrder } from "./shown-orders.ts";

type Portfolio = z.input<typeof portfolioOutput>;

const MAX_RESULTS = 200;

const questionSelect = {
  slug: true,
  title: true,
  revealAt: true,
  ...labelColumns,
};

async function openPositions(ctx: ServiceContext, userId: string): Promise<Portfolio["positions"]> {
  const rows = await ctx.db.position.findMany({
    // Joined in the database, lists of whole numbers of 64 bits would come as text.
    relationLoadStrategy: "query",
    where: { userId, market: { settlements: { none: {} } } },
    include: { market: { include: { question: { select: questionSelect } } } },
    orderBy: { questionId: "desc" },
  });
  return rows.map(({ market, ...position }) => {
    const isHidden = hiddenUntil(ctx, market.question) !== null;
    const prices = isHidden ? [] : pricesOfMarket(market);
    const shown = isHidden ? withoutValue(position) : shownPosition(position, prices);
    const { slug, title } = market.question;
    return { ...shown, slug, title, outcomes: outcomeLabels(market), prices };
  });
}

async function openOrders(ctx: ServiceContext, userId: string): Promise<Portfolio["orders"]> {
  const rows = await ctx.db.limitOrder.findMany({
    where: { userId, closedAt: null },
    select: { ...orderSelect, market: { select: { bucketBounds: true, question: { select: questionSelect } } } },
    orderBy: { sequence: "desc" },
  });
  return rows.map(({ market, ...order }) => {
    const { slug, title } = market.question;
    return { ...shownOrder(order), slug, title, outcomes: outcomeLabels(market) };
  });
}

async function results(ctx: ServiceContext, userId: string): Promise<Portfolio["results"]> {
  const rows = await ctx.db.marketResult.findMany({
    where: { userId },
    include: {
      market: {
        select: {
          bucketBounds: true,
          question: { select: questionSelect },
          settlements: { orderBy: { number: "desc" }, take: 1, select: { outcome: true, settledAt: true } },
        },
      },
    },
    orderBy: { questionId: "desc" },
    take: MAX_RESULTS,
  });
  return rows.flatMap(({ market, payoutMicros, profitMicros }) => {
    const [settled] = market.settlements;
    if (!settled) return [];
    const labels = outcomeLabels(market);
    const answer = settled.outcome === null ? null : (labels[settled.outcome] ?? null);
    const { slug, title } = market.question;
    return [{ slug, title, answer, settledAt: settled.settledAt, payoutMicros, profitMicros }];
  });
}

/** What one holds in all markets, what it is worth, and what earlier markets came to. */
export async function portfolio(ctx: ServiceContext): Promise<Portfolio> {
  const { id } = authorizePerson(ctx, "read_own_ledger");
  const positions = await openPositions(ctx, id);
  const settled = await results(ctx, id);
  const profits = [...positions.map((each) => each.realisedMicros), ...settled.map((each) => each.profitMicros)];
  return {
    ...(await balance(ctx)),
    valueMicros: sumMicros(positions.map((each) => each.valueMicros ?? 0n)),
    unrealisedMicros: sumMicros(positions.map((each) => each.unrealisedMicros ?? 0n)),
    realisedMicros: sumMicros(profits),
    positions,
    orders: await openOrders(ctx, id),
    results: settled,
  };
}
