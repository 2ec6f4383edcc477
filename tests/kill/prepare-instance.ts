import type { Database } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { createUser } from "#services/user/create-user.ts";
import { job } from "#tests/support/people.ts";
import { aMarket } from "#tests/support/trading.ts";

export const PEOPLE = ["ada", "ben", "cleo", "dag"];
export const PASSWORD = "a password to kill for";
const HOUR_MS = 3_600_000;

/** Gives an empty database people who can sign in, and a question with a market that stays open; the question's id. */
export async function prepareInstance(database: Database): Promise<string> {
  await migrate(database);
  const ctx = job(database.prisma);
  for (const name of PEOPLE) {
    await createUser(ctx, { name, email: `${name}@example.org`, password: PASSWORD, role: "forecaster" });
  }
  const author = { ...ctx, actor: { kind: "user", name: "mo", role: "moderator" } as const };
  const { id } = await createUser(ctx, { name: "mo", email: "mo@example.org", password: PASSWORD, role: "moderator" });
  const question = await aMarket(
    database.prisma,
    { ...author, actor: { ...author.actor, id } },
    { opensAt: new Date(Date.now() - HOUR_MS), closesAt: new Date(Date.now() + 6 * HOUR_MS) },
  );
  return question.id;
}
