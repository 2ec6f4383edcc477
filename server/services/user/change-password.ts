import { DomainError } from "#core/errors.ts";
import { authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import type { ChangePasswordInput } from "./input.ts";
import { hashPassword, passwordMatches } from "./password.ts";

/** Changes one's own password. Every session ends, this one too. */
export async function changePassword(ctx: ServiceContext, input: ChangePasswordInput): Promise<{ changed: true }> {
  const { id } = authorizePerson(ctx, "change_own_password");
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
  if (!(await passwordMatches(user.passwordHash, input.currentPassword))) {
    throw new DomainError("password_must_match", "That is not your current password.", "currentPassword");
  }
  const passwordHash = await hashPassword(input.newPassword);
  return transact(ctx, async (tx) => {
    await tx.user.update({ where: { id }, data: { passwordHash, sessionVersion: { increment: 1 } } });
    await writeAudit(tx, ctx, { action: "change-password", subjectKind: "user", subjectId: id });
    return { changed: true };
  });
}
