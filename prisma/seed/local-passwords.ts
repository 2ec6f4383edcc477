import { randomBytes } from "node:crypto";
import type { ServiceContext } from "#services/context.ts";
import { passwordMatches } from "#services/user/password.ts";
import { setPassword } from "#services/user/set-password.ts";

/** The password of the three demonstration accounts where only this machine can reach them. */
export const LOCAL_PASSWORD = "demonstration";

/** A password that nobody knows. */
export const unknownPassword = () => randomBytes(24).toString("base64url");

interface Account {
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
}

/** The demonstration accounts that still have the password everybody can read in Parley's source. */
export async function accountsWithLocalPassword(ctx: ServiceContext): Promise<Account[]> {
  const accounts = await ctx.db.user.findMany({
    where: { isSimulated: true, passwordHash: { not: null } },
    orderBy: { role: "asc" },
    select: { name: true, email: true, role: true, passwordHash: true },
  });
  const found: Account[] = [];
  for (const { passwordHash, ...account } of accounts) {
    if (await passwordMatches(passwordHash, LOCAL_PASSWORD)) found.push(account);
  }
  return found;
}

/**
 * Takes the known password from the demonstration accounts of an instance that was first tried on one machine and is now served
 * to others. Their sessions end. Gives their names.
 */
export async function replaceLocalPasswords(ctx: ServiceContext): Promise<string[]> {
  const names = (await accountsWithLocalPassword(ctx)).map(({ name }) => name);
  for (const name of names) await setPassword(ctx, { name, newPassword: unknownPassword() });
  return names;
}
