import type { Role } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { lockAdmins } from "#db/locks.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { endSessionsOf } from "./end-sessions.ts";
import type { SetUserRoleInput } from "./input.ts";

/** Gives a person a role. Their sessions end, so that the new role holds from the next request on. */
export async function setUserRole(ctx: ServiceContext, { userId, role }: SetUserRoleInput): Promise<{ role: Role }> {
  authorize(ctx, "set_user_role");
  return transact(ctx, async (tx) => {
    const admins = await lockAdmins(tx);
    const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true, ownerId: true } });
    if (!user) throw new DomainError("subject_must_exist", { kind: "person" });
    // Else an owner could propose an answer and approve it by the bot: two accounts, one person.
    if (user.ownerId !== null) throw new DomainError("bot_must_stay_a_forecaster");
    if (role !== "admin" && admins.length === 1 && admins[0] === userId) {
      throw new DomainError("instance_must_keep_an_admin");
    }
    await tx.user.update({ where: { id: userId }, data: { role } });
    await endSessionsOf(tx, userId);
    const details = { from: user.role, to: role };
    await writeAudit(tx, ctx, { action: "set-user-role", subjectKind: "user", subjectId: userId, details });
    return { role };
  });
}
