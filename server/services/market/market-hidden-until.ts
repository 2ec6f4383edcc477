import type { ServiceContext } from "#services/context.ts";
import { hiddenUntil } from "#services/visibility.ts";

/**
 * Until when a question's market gives nothing away, since its crowd is hidden; null for one that may be shown. Read by
 * every query that shows prices, trades, orders or holders of a market.
 */
export async function marketHiddenUntil(
  ctx: Pick<ServiceContext, "db" | "now">,
  questionId: string,
): Promise<Date | null> {
  const question = await ctx.db.question.findUnique({ where: { id: questionId }, select: { revealAt: true } });
  return question ? hiddenUntil(ctx, question) : null;
}
