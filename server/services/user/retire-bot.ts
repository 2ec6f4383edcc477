import { DomainError } from "#core/errors.ts";
import { lockRows } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { RetireBotInput } from "./input.ts";

/**
 * Retires one of one's bots, for good: it acts no more, and what it did stays. Its open orders are met by nobody from then on, and a
 * consumer cancels them. Twice is once.
 */
export async function retireBot(ctx: ServiceContext, { botId }: RetireBotInput): Promise<{ botId: string }> {
  const { id: ownerId } = authorizePerson(ctx, "retire_bot");
  return transact(ctx, async (tx) => {
    await lockRows(tx, "person", [botId]);
    const bot = await tx.user.findFirst({ where: { id: botId, ownerId }, select: { retirement: true } });
    if (!bot) throw new DomainError("subject_must_exist", { kind: "own_bot", field: "botId" });
    if (bot.retirement) return { botId };
    await tx.botRetirement.create({ data: { botId, retiredById: ownerId } });
    await writeAudit(tx, ctx, { action: "retire-bot", subjectKind: "user", subjectId: botId });
    await recordEvents(tx, [{ kind: "bot.retired", payload: { botId } }]);
    return { botId };
  });
}
