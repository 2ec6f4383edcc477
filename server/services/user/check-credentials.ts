import type { ServiceContext } from "../context.ts";
import type { CredentialsInput } from "./input.ts";
import { passwordMatches } from "./password.ts";
import { countSignInAttempt, forgetSignInAttempts } from "./sign-in-limits.ts";

export interface CheckedPerson {
  id: string;
  name: string;
  sessionVersion: number;
}

/** The person behind an e-mail address and password, or null: the same answer, in the same time, for either fault. */
export async function checkCredentials(
  ctx: Pick<ServiceContext, "db">,
  { email, password }: CredentialsInput,
  address: string,
): Promise<CheckedPerson | null> {
  await countSignInAttempt(ctx.db, email, address);
  const user = await ctx.db.user.findUnique({
    where: { email },
    select: { id: true, name: true, sessionVersion: true, passwordHash: true },
  });
  if (!(await passwordMatches(user?.passwordHash ?? null, password)) || !user) return null;
  await forgetSignInAttempts(ctx.db, email, address);
  return { id: user.id, name: user.name, sessionVersion: user.sessionVersion };
}
