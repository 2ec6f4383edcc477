import { DomainError, ensure } from "#core/errors.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { endSessionsOf } from "./end-sessions.ts";
import type { SetPasswordInput } from "./input.ts";
import { hashPassword } from "./password.ts";
import { forgetSignInTries } from "./sign-in-limits.ts";

/**
 * Gives somebody a new password, for whoever runs the instance: so nobody is shut out for good. Their sessions end, and what
 * strangers have tried is forgotten.
 */
export async function setPassword(ctx: ServiceContext, input: SetPasswordInput): Promise<{ name: string }> {
  authorize(ctx, "set_user_password");
  const passwordHash = await hashPassword(input.newPassword);
  return transact(ctx, async (tx) => {
    const where = { nameKey: input.name.toLowerCase() };
    const person = await tx.user.findUnique({ where, select: { id: true, name: true, email: true } });
    if (!person)
      throw new DomainError("subject_must_exist", { kind: "person_of_name", name: input.name, field: "name" });
    const { id, name, email } = person;
    ensure(email !== null, "subject_must_exist", { kind: "account", name, field: "name" });
    await tx.user.update({ where: { id }, data: { passwordHash } });
    await endSessionsOf(tx, id);
    await forgetSignInTries(tx, email);
    await writeAudit(tx, ctx, { action: "set-password", subjectKind: "user", subjectId: id });
    return { name };
  });
}
