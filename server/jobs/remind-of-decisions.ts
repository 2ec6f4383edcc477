import type { ServiceContext } from "#services/context.ts";
import { remindOfDueDecisions } from "#services/resolution/remind-of-due-decisions.ts";

/** A window for challenges ends by the clock alone: whoever decides is told that they may. */
export async function remindOfDecisions(ctx: ServiceContext): Promise<void> {
  await remindOfDueDecisions(ctx);
}
