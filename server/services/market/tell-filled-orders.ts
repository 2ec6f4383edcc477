import { creditsText } from "#core/ledger/micros.ts";
import type { MarketAct } from "#core/market/market-act.ts";
import type { RestingOrder } from "#core/market/resting-order.ts";
import type { Tx } from "#db/client.ts";
import { writeNotices } from "../notice/write-notices.ts";

/** Tells the owners of orders that an act filled whole; whoever acts knows it already. */
export async function tellFilledOrders(
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
    const did = order.action === "buy" ? "bought" : "sold";
    await writeNotices(tx, {
      kind: "order_filled",
      personIds: [order.userId],
      title: `Your order was filled: ${question.title}`,
      body: `The last ${creditsText(order.remainingMicros)} shares of it were ${did} at ${creditsText(order.limitMicros)} credits a share or better.`,
      href: `/questions/${question.slug}`,
    });
  }
}
