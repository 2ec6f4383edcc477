import type { Role } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { lookAlikeKey } from "#core/text/look-alike-key.ts";
import { keysOfName, nameKey } from "#core/text/name-key.ts";
import type { Tx } from "#db/client.ts";
import { takeLock } from "#db/locks.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { welcomePerson } from "#services/ledger/welcome-person.ts";
import { isUniqueViolation, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { CreateUserInput, SignUpInput } from "./input.ts";
import { hashPassword } from "./password.ts";

export interface CreatedUser {
  id: string;
  name: string;
  role: Role;
}

/** A person's account has an address and a password, a bot's an owner. */
type NewAccount = { name: string } & ({ email: string; passwordHash: string } | { isBot: true; ownerId: string });

export const nameTaken = () => new DomainError("name_must_be_free", { reason: "taken", field: "name" });

/**
 * Refuses a name that somebody has, or that cannot be told from one that somebody has. The database finds those of ASCII among
 * many by what looks alike there: 0 and o, 1, I and l, m and rn.
 */
async function ensureNameIsFree(tx: Tx, name: string): Promise<void> {
  // Two who take names that look alike at once must not both get them.
  await takeLock(tx, "names");
  const [keys, look] = [keysOfName(name), lookAlikeKey(name)];
  const near = await tx.$queryRaw<{ name: string; nameKey: string }[]>`
    SELECT name, name_key AS "nameKey" FROM users
    WHERE name_key = ANY(${keys}) OR name !~ '^[ -~]*$'
      OR lower(replace(translate(name, '01I', 'oll'), 'm', 'rn')) = ${look}`;
  if (near.some((other) => keys.includes(other.nameKey) || nameKey(other.name) === nameKey(name))) {
    throw nameTaken();
  }
  const alike = near.find((other) => lookAlikeKey(other.name) === look);
  if (alike) {
    throw new DomainError("name_must_be_free", { reason: "alike", name: alike.name, field: "name" });
  }
}

/** Writes an account under a name that is free. */
export async function insertUser(tx: Tx, person: NewAccount, role: Role): Promise<CreatedUser> {
  await ensureNameIsFree(tx, person.name);
  const { id, name } = await tx.user.create({ data: { ...person, nameKey: nameKey(person.name), role } });
  return { id, name, role };
}

/** Makes an account. The password is hashed first, whatever comes of it, so that the time tells nothing. */
export async function createAccount(
  ctx: ServiceContext,
  action: "sign-up" | "create-user",
  { password, ...person }: SignUpInput,
  roleOf: (tx: Tx) => Promise<Role>,
): Promise<CreatedUser> {
  const passwordHash = await hashPassword(password);
  try {
    return await transact(ctx, async (tx) => {
      const user = await insertUser(tx, { ...person, passwordHash }, await roleOf(tx));
      await welcomePerson(tx, user.id);
      await writeAudit(tx, ctx, { action, subjectKind: "user", subjectId: user.id, details: { role: user.role } });
      return user;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if ((await ctx.db.user.count({ where: { email: person.email } })) === 0) throw nameTaken();
    throw new DomainError("email_must_be_free", { field: "email" });
  }
}

/** An admin, or the command line, makes an account for somebody else. */
export function createUser(ctx: ServiceContext, { role, ...input }: CreateUserInput): Promise<CreatedUser> {
  authorize(ctx, "create_user");
  return createAccount(ctx, "create-user", input, async () => role);
}
