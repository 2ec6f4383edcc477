import type { MarketAct } from "#core/market/market-act.ts";
import type { RestingOrder } from "#core/market/resting-order.ts";
import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";

/** Notifies the owners of orders that an act filled whole; whoever acts knows it already. */
export async function notifyOrderOwners(
  tx: Tx,
  questionId: string,
  book: readonly RestingOrder[],
  act: MarketAct,
): Promise<void> {
  const resting = new Set(act.state.book.map(({ id }) => id));
  const withdrawn = new Set(act.trades.flatMap(({ replaced }) => replaced.map(({ id }) => id)));
  const actor = act.trades[0]?.order ? null : act.trades[0]?.userId;
  const filled = book.filter(({ id, userId }) => !resting.has(id) && !withdrawn.has(id) && userId !== actor);
  if (filled.length === 0) return;
  const question = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    select: { slug: true, title: true },
  });
  for (const order of filled) {
    const { userId, action } = order;
    const [sharesMicros, limitMicros] = [String(order.remainingMicros), String(order.limitMicros)];
    await writeNotices(tx, { kind: "order_filled", params: { question, action, sharesMicros, limitMicros } }, [userId]);
  }
}
