import type { MarketAct } from "#core/market/market-act.ts";
import type { RestingOrder } from "#core/market/resting-order.ts";
import type { Tx } from "#db/client.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import type { WrittenTrade } from "./market-rows.ts";

interface DoneAct {
  /** The book that the act found. */
  readonly book: readonly RestingOrder[];
  readonly act: MarketAct;
  readonly written: readonly WrittenTrade[];
}

/** Records which orders an act filled whole, but for those of whoever acts, who knows it. Mostly there are none, and nothing is written. */
export async function recordFilledOrders(tx: Tx, questionId: string, { book, act, written }: DoneAct): Promise<void> {
  const resting = new Set(act.state.book.map(({ id }) => id));
  const withdrawn = new Set(act.trades.flatMap(({ replaced }) => replaced.map(({ id }) => id)));
  const actor = act.trades[0]?.order ? null : act.trades[0]?.userId;
  const filled = book.filter(({ id, userId }) => !resting.has(id) && !withdrawn.has(id) && userId !== actor);
  if (filled.length === 0) return;
  const [orderIds, tradeIds] = [filled.map(({ id }) => id), written.map(({ id }) => id)];
  await recordEvents(tx, [{ kind: "market.orders_filled", payload: { questionId, orderIds, tradeIds } }]);
}
