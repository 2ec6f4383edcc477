import { DomainError } from "#core/errors.ts";
import type { Action, Side } from "#core/market/stake.ts";
import type { Db, Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { keyReused } from "./refusal-of-trade.ts";

export const orderSelect = {
  id: true,
  questionId: true,
  action: true,
  outcome: true,
  side: true,
  limitMicros: true,
  sharesMicros: true,
  remainingMicros: true,
  reservedMicros: true,
  placedAt: true,
  expiresAt: true,
  closedAt: true,
  closedBy: true,
} satisfies Prisma.LimitOrderSelect;

type Row = Prisma.LimitOrderGetPayload<{ select: typeof orderSelect }>;
export type ShownOrder = Omit<Row, "action" | "side"> & { action: Action; side: Side };

/** How many of one's orders in a market are listed. */
const SHOWN = 100;

export const shownOrder = <T extends Row>(row: T) => ({ ...row, action: row.action as Action, side: row.side as Side });

export async function orderById(db: Db | Tx, id: string): Promise<ShownOrder> {
  const row = await db.limitOrder.findUnique({ where: { id }, select: orderSelect });
  if (!row) throw new DomainError("subject_must_exist", { kind: "order", field: "orderId" });
  return shownOrder(row);
}

/** The order that a key placed before, when it is the same one; a key with another body is refused. */
export async function orderByKey(
  tx: Tx,
  userId: string,
  idempotencyKey: string,
  requestHash: string,
): Promise<ShownOrder | null> {
  const row = await tx.limitOrder.findUnique({
    where: { userId_idempotencyKey: { userId, idempotencyKey } },
    select: { ...orderSelect, requestHash: true },
  });
  if (!row) return null;
  const { requestHash: made, ...order } = row;
  if (made !== requestHash) throw keyReused();
  return shownOrder(order);
}

/** One's own orders in a market, open and closed, the newest first. */
export async function ownOrders(ctx: ServiceContext, { questionId }: { questionId: string }): Promise<ShownOrder[]> {
  const { id: userId } = authorizePerson(ctx, "place_order");
  const rows = await ctx.db.limitOrder.findMany({
    where: { questionId, userId },
    select: orderSelect,
    orderBy: { sequence: "desc" },
    take: SHOWN,
  });
  return rows.map(shownOrder);
}
