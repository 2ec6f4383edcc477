import { DomainError } from "#core/errors.ts";
import type { RateLimit } from "#core/request/rate-limit.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { countAttempt, forgetAttempts } from "#services/count-attempt.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { endSessionsOf } from "./end-sessions.ts";
import type { ChangePasswordInput } from "./input.ts";
import { hashPassword, passwordMatches } from "./password.ts";

/** Whoever finds somebody's browser open does not get to guess their password in it. */
const WRONG_TRIES: RateLimit = { name: "change-password", quota: 10, seconds: 15 * 60 };

/** Changes one's own password. Every session ends, this one too. */
export async function changePassword(ctx: ServiceContext, input: ChangePasswordInput): Promise<{ changed: true }> {
  const { id } = authorizePerson(ctx, "change_own_password");
  await transact(ctx, (tx) => countAttempt(tx, WRONG_TRIES, id));
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
  if (!(await passwordMatches(user.passwordHash, input.currentPassword))) {
    throw new DomainError("password_must_match", { field: "currentPassword" });
  }
  const passwordHash = await hashPassword(input.newPassword);
  return transact(ctx, async (tx) => {
    await tx.user.update({ where: { id }, data: { passwordHash } });
    await endSessionsOf(tx, id);
    await forgetAttempts(tx, WRONG_TRIES, id);
    await writeAudit(tx, ctx, { action: "change-password", subjectKind: "user", subjectId: id });
    return { changed: true };
  });
}
