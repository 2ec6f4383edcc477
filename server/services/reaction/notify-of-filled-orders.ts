import type { NoticeParams } from "#core/notice/notice.ts";
import type { Tx } from "#db/client.ts";
import { writeOwnNotices } from "#services/notice/write-notices.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";

interface FilledOrder {
  readonly userId: string;
  readonly action: "buy" | "sell";
  readonly limitMicros: bigint;
  /** What these trades filled of it, without what earlier ones did. */
  readonly sharesMicros: bigint;
}

/** Orders with what some trades filled of them: as the one that a trade met, or as the one that came to the market's price. */
function filledOrders(tx: Tx, orderIds: readonly string[], tradeIds: readonly string[]): Promise<FilledOrder[]> {
  return tx.$queryRaw<FilledOrder[]>`
    SELECT o.user_id AS "userId", o.action, o.limit_micros AS "limitMicros", sum(f.shares)::bigint AS "sharesMicros"
    FROM limit_orders o JOIN (
      SELECT order_id, shares_micros AS shares FROM trade_legs WHERE trade_id = ANY (${[...tradeIds]}::uuid[])
      UNION ALL SELECT order_id, shares_micros FROM trades WHERE id = ANY (${[...tradeIds]}::uuid[])) AS f ON f.order_id = o.id
    WHERE o.id = ANY (${[...orderIds]}::uuid[])
    GROUP BY o.id ORDER BY o.sequence`;
}

/** Notifies the owners of orders that others' trades filled whole. */
export async function notifyOfFilledOrders(tx: Tx, { payload }: DomainEvent<"market.orders_filled">): Promise<void> {
  const { questionId, orderIds, tradeIds } = payload;
  const question = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    select: { slug: true, title: true },
  });
  const filled = (await filledOrders(tx, orderIds, tradeIds)).map(
    ({ userId, action, sharesMicros, limitMicros }): [string, NoticeParams["order_filled"]] => {
      return [userId, { question, action, sharesMicros: String(sharesMicros), limitMicros: String(limitMicros) }];
    },
  );
  await writeOwnNotices(tx, "order_filled", filled);
}
