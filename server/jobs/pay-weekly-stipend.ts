import type { ServiceContext } from "#services/context.ts";
import { payStipends } from "#services/ledger/pay-stipends.ts";

/** Asked each hour: whoever has had this week's stipend gets no second one. */
export async function payWeeklyStipend(ctx: ServiceContext): Promise<void> {
  await payStipends(ctx);
}
