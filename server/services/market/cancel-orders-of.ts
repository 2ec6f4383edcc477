import type { Tx } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";
import { closeOrders } from "./close-orders.ts";
import { orderSelect, shownOrder } from "./shown-orders.ts";

/** Cancels every open order of an account that can place none any more, and gives back what they set aside. */
export async function cancelOrdersOf(tx: Tx, userId: string): Promise<void> {
  const open = { userId, closedAt: null };
  const markets = await tx.limitOrder.findMany({
    where: open,
    select: { questionId: true },
    distinct: ["questionId"],
  });
  await lockRows(
    tx,
    "market",
    markets.map(({ questionId }) => questionId),
  );
  // As they are now that nobody trades: some may have been filled meanwhile.
  const rows = await tx.limitOrder.findMany({
    where: open,
    select: { ...orderSelect, userId: true },
    orderBy: { sequence: "asc" },
  });
  for (const [questionId, orders] of Map.groupBy(rows.map(shownOrder), (order) => order.questionId)) {
    await closeOrders(tx, questionId, orders, "cancelled");
  }
}
