import type { ServiceContext } from "#services/context.ts";
import { expireOrders } from "#services/market/expire-orders.ts";

/** Orders whose time is over give back what they set aside. */
export async function expireDueOrders(ctx: ServiceContext): Promise<void> {
  await expireOrders(ctx);
}
