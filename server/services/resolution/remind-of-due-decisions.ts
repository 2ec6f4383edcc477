import type { ServiceContext } from "#services/context.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { deciders } from "./people-concerned.ts";

/**
 * Notifies admins of proposals whose time for challenges is over: they may be decided now. Each once, since the
 * reminder is a row with the proposal's key in the transaction of the notices.
 */
export async function remindOfDueDecisions(ctx: ServiceContext): Promise<{ reminded: number }> {
  const now = await databaseNow(ctx.db);
  const due = await ctx.db.resolution.findMany({
    where: { decision: null, reminder: null, challengeUntil: { lte: now } },
    select: { id: true, question: { select: { slug: true, title: true } } },
    orderBy: { challengeUntil: "asc" },
  });
  let reminded = 0;
  for (const { id, question } of due) {
    reminded += await transact(ctx, async (tx) => {
      const written = await tx.decisionReminder.createMany({ data: [{ resolutionId: id }], skipDuplicates: true });
      if (written.count === 0) return 0;
      await writeNotices(tx, { kind: "resolution_due", params: { question } }, await deciders(tx));
      return 1;
    });
  }
  return { reminded };
}
