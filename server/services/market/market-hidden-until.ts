import { DomainError } from "#core/errors.ts";
import type { ServiceContext } from "#services/context.ts";
import { hiddenUntil, visibleMarkets } from "#services/visibility.ts";

/**
 * Until when a question's market gives nothing away, since its crowd is hidden; null for one that may be shown. Read by
 * every query that shows prices, trades, orders or holders of a market; throws where the reader may see no such market.
 */
export async function marketHiddenUntil(
  ctx: Pick<ServiceContext, "actor" | "db" | "now">,
  questionId: string,
): Promise<Date | null> {
  const market = await ctx.db.market.findFirst({
    where: { questionId, ...visibleMarkets(ctx) },
    select: { question: { select: { revealAt: true } } },
  });
  if (!market) throw new DomainError("market_must_exist", { field: "questionId" });
  return hiddenUntil(ctx, market.question);
}
