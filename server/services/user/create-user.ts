import { DomainError } from "#core/errors.ts";
import type { Role } from "#core/permissions.ts";
import type { Tx } from "#db/client.ts";
import { authorize } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { welcomePerson } from "../ledger/welcome-person.ts";
import { isUniqueViolation, transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import type { CreateUserInput, SignUpInput } from "./input.ts";
import { hashPassword } from "./password.ts";

export interface CreatedUser {
  id: string;
  name: string;
  role: Role;
}

interface NewUser {
  name: string;
  email: string;
  passwordHash: string;
}

/** Two people who sign up at once on an empty instance must not both become its admin. */
const FIRST_ACCOUNT_LOCK = 7_270_128;

async function insertUser(tx: Tx, person: NewUser, role: Role): Promise<CreatedUser> {
  const taken = await tx.user.findUnique({ where: { nameKey: person.name.toLowerCase() }, select: { id: true } });
  if (taken) throw new DomainError("name_must_be_free", "Somebody already has this name.", "name");
  const { id, name } = await tx.user.create({ data: { ...person, nameKey: person.name.toLowerCase(), role } });
  return { id, name, role };
}

async function create(
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
    throw new DomainError("email_must_be_free", "There is already an account with this e-mail address.", "email");
  }
}

/** Somebody makes an account for themselves. The first account of an empty instance becomes its admin. */
export function signUp(ctx: ServiceContext, input: SignUpInput): Promise<CreatedUser> {
  authorize(ctx, "sign_up");
  return create(ctx, "sign-up", input, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_ACCOUNT_LOCK})`;
    return (await tx.user.count({ where: { passwordHash: { not: null } } })) === 0 ? "admin" : "forecaster";
  });
}

/** An admin, or the command line, makes an account for somebody else. */
export function createUser(ctx: ServiceContext, { role, ...input }: CreateUserInput): Promise<CreatedUser> {
  authorize(ctx, "create_user");
  return create(ctx, "create-user", input, async () => role);
}
