import { randomInt } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Database, Db } from "#db/client.ts";
import { PrismaClient } from "#db/generated/client.ts";
import { sessionSecret } from "#server/auth/secret.ts";
import { sessionActor } from "#server/auth/session-actor.ts";
import { changePassword } from "#services/user/change-password.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";
import { createUser } from "#services/user/create-user.ts";
import { openSession } from "#services/user/open-session.ts";
import { anonymous, job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const password = "correct horse battery";
const newPassword = "another long one";

async function person(name: string) {
  const email = `${name}@example.org`;
  const { id } = await createUser(job(database.prisma), { name, email, password, role: "forecaster" });
  return { ...anonymous(database.prisma), email, actor: { kind: "user", id, name, role: "forecaster" } as const };
}

type Person = Awaited<ReturnType<typeof person>>;
type Checked = NonNullable<Awaited<ReturnType<typeof checkCredentials>>["person"]>;

async function checked({ db, email }: Person): Promise<Checked> {
  const { person: found } = await checkCredentials({ db }, { email, password }, {});
  if (!found) throw new Error("The right password was not taken.");
  return found;
}

async function cookieOf({ id, sessionVersion }: Checked, sessionId: string): Promise<Headers> {
  const token = await encode({ token: { sub: id, sessionId, sessionVersion }, secret: sessionSecret() });
  return new Headers({ cookie: `next-auth.session-token=${token}` });
}

/** The same database through a client that tells what it asks. */
async function listening(): Promise<{ db: Db; statements: string[]; close: () => Promise<void> }> {
  const [row] = await database.run("SELECT current_database() AS name");
  const { href } = Object.assign(new URL(inject("postgresUrl") ?? ""), { pathname: `/${String(row?.name)}` });
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: href }),
    log: [{ emit: "event", level: "query" }],
  });
  const statements: string[] = [];
  client.$on("query", ({ query }) => statements.push(query));
  return { db: client as unknown as Db, statements, close: () => client.$disconnect() };
}

test("a request with a session costs one statement to know its person, and one with a session that has ended too", async () => {
  const ada = await person("ada");
  const session = await openSession(ada, await checked(ada), {});
  const headers = await cookieOf(await checked(ada), session?.sessionId ?? "");
  const { db, statements, close } = await listening();
  try {
    expect(await sessionActor(headers, db)).toEqual({ ...ada.actor, sessionId: session?.sessionId });
    expect(statements).toHaveLength(1);
    await database.prisma.session.deleteMany();
    expect(await sessionActor(headers, db)).toEqual({ kind: "anonymous" });
    expect(statements).toHaveLength(2);
  } finally {
    await close();
  }
});

test("A4: nobody stays signed in by a password that is changed while they sign in, whichever comes first", async () => {
  for (let round = 0; round < 16; round++) {
    const ben = await person(`ben-${round}`);
    const before = await checked(ben);
    const changing = changePassword(ben, { currentPassword: password, newPassword });
    await new Promise((wake) => setTimeout(wake, randomInt(250)));
    const session = await openSession(ben, before, {});
    await changing;
    const actor = session ? await sessionActor(await cookieOf(before, session.sessionId), database.prisma) : undefined;
    expect(actor?.kind).not.toBe("user");
    expect(await openSession(ben, before, {})).toBeNull();
  }
});
