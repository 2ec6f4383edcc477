import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { closeOrders } from "./close-orders.ts";
import { lockMarket } from "./lock-market.ts";
import { orderSelect, shownOrder } from "./shown-orders.ts";

/** Ends the orders whose time is over, or whose question has closed, and returns what they set aside. Gives how many. */
export async function expireOrders(ctx: ServiceContext): Promise<number> {
  authorize(ctx, "run_market_jobs");
  const markets = await ctx.db.$queryRaw<{ questionId: string }[]>`
    SELECT DISTINCT o.question_id AS "questionId" FROM limit_orders o JOIN questions q ON q.id = o.question_id
    WHERE o.closed_at IS NULL AND (o.expires_at <= clock_timestamp() OR q.closes_at <= clock_timestamp())`;
  let expired = 0;
  for (const { questionId } of markets) {
    expired += await transact(ctx, async (tx) => {
      await lockMarket(tx, questionId);
      const due = await tx.$queryRaw<{ id: string }[]>`
        SELECT o.id FROM limit_orders o JOIN questions q ON q.id = o.question_id
        WHERE o.question_id = ${questionId}::uuid AND o.closed_at IS NULL
          AND (o.expires_at <= clock_timestamp() OR q.closes_at <= clock_timestamp())`;
      const rows = await tx.limitOrder.findMany({
        where: { id: { in: due.map(({ id }) => id) } },
        select: { ...orderSelect, userId: true },
        orderBy: { sequence: "asc" },
      });
      await closeOrders(tx, questionId, rows.map(shownOrder), "expired");
      return rows.length;
    });
  }
  return expired;
}
