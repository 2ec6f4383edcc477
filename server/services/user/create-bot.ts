import { DomainError } from "#core/errors.ts";
import { takeLock } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { isUniqueViolation, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { insertUser, nameTaken } from "./create-user.ts";
import type { CreateBotInput } from "./input.ts";

/** So many bots that act a person may have. */
export const MAX_BOTS = 10;

/**
 * Makes a bot: an account that a program acts by, and that its owner answers for. It has no password, is marked everywhere, is ranked
 * apart and is no part of the crowd.
 */
export async function createBot(ctx: ServiceContext, { name }: CreateBotInput): Promise<{ id: string }> {
  const { id: ownerId } = authorizePerson(ctx, "create_bot");
  try {
    return await transact(ctx, async (tx) => {
      // Two that are made at once must not both be the last one: every name is taken under this lock.
      await takeLock(tx, "names");
      if ((await tx.user.count({ where: { ownerId, retirement: null } })) >= MAX_BOTS) {
        throw new DomainError("bots_must_stay_within_limit", { max: MAX_BOTS });
      }
      const bot = await insertUser(tx, { name, isBot: true, ownerId }, "forecaster");
      await writeAudit(tx, ctx, { action: "create-bot", subjectKind: "user", subjectId: bot.id });
      return { id: bot.id };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw nameTaken();
  }
}
