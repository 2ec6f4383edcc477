import type { ServiceContext } from "#services/context.ts";
import { sweepExpiredRows } from "#services/upkeep/sweep-expired-rows.ts";

/** Every ten minutes: what has expired leaves the tables. */
export async function sweepExpired(ctx: ServiceContext): Promise<void> {
  await sweepExpiredRows(ctx);
}
