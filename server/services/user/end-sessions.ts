import { ensure } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import type { EndSessionInput } from "./input.ts";

/** Signs out one of one's own sessions, wherever it is. */
export async function endSession(ctx: ServiceContext, { sessionId }: EndSessionInput): Promise<{ ended: number }> {
  const { id: personId } = authorizePerson(ctx, "end_own_sessions");
  const { count } = await ctx.db.session.deleteMany({ where: { id: sessionId, personId } });
  ensure(count === 1, "subject_must_exist", { kind: "own_session" });
  return { ended: count };
}

/** Signs somebody out everywhere, here too. */
export async function endSessions(ctx: ServiceContext): Promise<{ ended: number }> {
  const { id: personId } = authorizePerson(ctx, "end_own_sessions");
  const { count } = await ctx.db.session.deleteMany({ where: { personId } });
  return { ended: count };
}

/**
 * Ends every session of a person as part of what makes them untrue: a new password or role. The version ends also one that is
 * being opened at this moment.
 */
export async function endSessionsOf(tx: Tx, personId: string): Promise<void> {
  await tx.user.update({ where: { id: personId }, data: { sessionVersion: { increment: 1 } } });
  await tx.session.deleteMany({ where: { personId } });
}
