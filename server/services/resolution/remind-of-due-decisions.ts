import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { databaseNow, transact } from "#services/transact.ts";

/**
 * Reminds admins of proposals whose time for challenges is over: they may be decided now. Each once, since the
 * reminder is a row with the proposal's key in the transaction that records the event.
 */
export async function remindOfDueDecisions(ctx: ServiceContext): Promise<{ reminded: number }> {
  const now = await databaseNow(ctx.db);
  const due = await ctx.db.resolution.findMany({
    where: { decision: null, reminder: null, challengeUntil: { lte: now } },
    select: { id: true, questionId: true },
    orderBy: { challengeUntil: "asc" },
  });
  let reminded = 0;
  for (const { id, questionId } of due) {
    reminded += await transact(ctx, async (tx) => {
      const written = await tx.decisionReminder.createMany({ data: [{ resolutionId: id }], skipDuplicates: true });
      if (written.count === 0) return 0;
      await recordEvents(tx, [{ kind: "resolution.due", payload: { questionId, resolutionId: id } }]);
      return 1;
    });
  }
  return { reminded };
}
