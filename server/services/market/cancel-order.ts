import { DomainError, ensure } from "#core/errors.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { closeOrders } from "./close-orders.ts";
import { lockMarket } from "./lock-market.ts";
import { orderById, type ShownOrder } from "./shown-orders.ts";

/** A person takes back what is left of an order, and gets back what it set aside. */
export async function cancelOrder(ctx: ServiceContext, { orderId }: { orderId: string }): Promise<ShownOrder> {
  const person = authorizePerson(ctx, "cancel_order");
  return transact(ctx, async (tx) => {
    const found = await tx.limitOrder.findFirst({
      where: { id: orderId, userId: person.id },
      select: { questionId: true },
    });
    if (!found) throw new DomainError("subject_must_exist", { kind: "own_order", field: "orderId" });
    await lockMarket(tx, found.questionId);
    const order = await orderById(tx, orderId);
    ensure(order.closedAt === null, "order_must_be_open");
    await closeOrders(tx, found.questionId, [{ ...order, userId: person.id }], "cancelled");
    return orderById(tx, orderId);
  });
}
