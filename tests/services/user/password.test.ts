import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";
import { createUser } from "#services/user/create-user.ts";
import { hashIsOutdated, hashPassword, passwordMatches } from "#services/user/password.ts";
import { signUp } from "#services/user/sign-up.ts";
import { anonymous, job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("sixty-eight passwords may be hashed or wait for it; whoever comes then is told to come back, and later is served", async () => {
  const all = await Promise.allSettled(Array.from({ length: 80 }, (_, i) => hashPassword(`password ${i}`)));
  const refused = all.filter((each) => each.status === "rejected");
  expect(refused.map(({ reason }) => reason.code)).toEqual(Array(12).fill("load_must_stay_within_capacity"));
  expect(await hashPassword("later")).toMatch(/^\$argon2id\$/);
});

describe("A1: of all ways to keep a password, those below the floor of OWASP are known as such", () => {
  const phc = (kind: string, parameters: string) => `$${kind}$v=19$${parameters}$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA`;
  test.each([
    phc("argon2id", "m=19455,t=2,p=1"),
    phc("argon2id", "m=19456,t=1,p=1"),
    phc("argon2id", "m=8,t=1,p=1"),
    phc("argon2i", "m=19456,t=2,p=1"),
    phc("argon2d", "m=65536,t=3,p=4"),
    phc("argon2id", "m=19456,t=2,p=1").replace("v=19", "v=16"),
    "$2b$12$abcdefghijklmnopqrstuv",
    "a password",
    "",
  ])("%s", (stored) => expect(hashIsOutdated(stored)).toBe(true));

  test("and what is stored at every way in is not", async () => {
    const person = (name: string) => ({ name, email: `${name}@example.org`, password: "correct horse battery" });
    await createUser(job(database.prisma), { ...person("wren"), role: "forecaster" });
    await signUp(anonymous(database.prisma), person("robin"));
    const people = await database.prisma.user.findMany({ where: { name: { in: ["wren", "robin"] } } });
    expect(people).toHaveLength(2);
    expect(people.filter(({ passwordHash }) => hashIsOutdated(passwordHash ?? ""))).toEqual([]);
    expect(hashIsOutdated(phc("argon2id", "m=65536,t=3,p=4"))).toBe(false);
  });
});

/** What comes of an act while as many passwords are hashed and wait as may: refused, if it would hash one too. */
async function whileFull(act: () => Promise<unknown>): Promise<string> {
  let isOver = false;
  const keepFull = async () => {
    while (!isOver) await hashPassword("a password");
  };
  const full = Array.from({ length: 68 }, keepFull);
  const outcome = await act().then(
    () => "answered",
    (error: { code: string }) => error.code,
  );
  isOver = true;
  await Promise.all(full);
  return outcome;
}

describe("A2: an account that somebody has and one that nobody has cost as much hashing", () => {
  const known = { email: "ada@example.org", password: "a wrong password" };
  const unknown = { email: "nobody@example.org", password: "a wrong password" };

  test("when signing in, and when signing up", async () => {
    await createUser(job(database.prisma), { name: "ada", ...known, role: "admin" });
    for (const given of [known, unknown]) {
      const signIn = () => checkCredentials({ db: database.prisma }, { ...given, password: "a guess" }, {});
      expect(await whileFull(signIn)).toBe("load_must_stay_within_capacity");
      const join = () => signUp(anonymous(database.prisma), { name: "newcomer", ...given });
      expect(await whileFull(join)).toBe("load_must_stay_within_capacity");
    }
  });

  test("and that one costs less is seen where nothing is hashed for it", async () => {
    const lookedUpFirst = async (email: string) => {
      const person = await database.prisma.user.findUnique({ where: { email } });
      return person && passwordMatches(person.passwordHash, "a guess");
    };
    expect(await whileFull(() => lookedUpFirst(known.email))).toBe("load_must_stay_within_capacity");
    expect(await whileFull(() => lookedUpFirst(unknown.email))).toBe("answered");
  });
});

test("A2: no sign-up is answered before another that began with it, whether its address was known or not", async () => {
  const person = (name: string, email = `${name}@example.org`) => ({ name, email, password: "correct horse battery" });
  await createUser(job(database.prisma), { ...person("dora"), role: "admin" });
  const order: string[] = [];
  const answered = (what: string, work: Promise<unknown>) => work.then(() => order.push(what));
  // Well after all there is to do for a known address, and before anybody is answered.
  const between = new Promise((resolve) => setTimeout(resolve, 450));
  await Promise.all([
    answered("known", signUp(anonymous(database.prisma), person("ben", "dora@example.org"))),
    answered("new", signUp(anonymous(database.prisma), person("cleo"))),
    answered("between", between),
  ]);
  expect(order[0]).toBe("between");
});
