import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { answerAuth } from "#server/auth/answer-auth.ts";
import { createUser } from "#services/user/create-user.ts";
import { AuthJar } from "#tests/support/auth-jar.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
  for (const name of ["ada", "ben"]) {
    await createUser(job(database.prisma), { name, email: `${name}@example.org`, password, role: "forecaster" });
  }
});
afterAll(async () => {
  Object.assign(globalThis, { parleyDatabase: undefined });
  await database.close();
});
beforeEach(() => database.prisma.rateLimit.deleteMany());
afterEach(() => {
  delete process.env.NEXTAUTH_URL;
});

const password = "correct horse battery";
const NAMES = ["next-auth.session-token", "next-auth.csrf-token", "next-auth.callback-url", "parley.device"];
const [SESSION = ""] = NAMES;

/** What is wrong with one cookie as it is set: each part by its name. */
function wrongParts(cookie: string, isSecure: boolean): string[] {
  const [pair = "", ...parts] = cookie.split("; ");
  const name = pair.split("=", 1)[0] ?? "";
  const [, prefix = "", bare = ""] = /^(__Host-|__Secure-)?(.*)$/.exec(name) ?? [];
  const path = bare === "parley.device" ? "Path=/api/auth" : "Path=/";
  const wanted = [path, "HttpOnly", "SameSite=Lax", ...(isSecure ? ["Secure"] : [])];
  return [
    ...wanted.filter((part) => !parts.includes(part)).map((part) => `${bare} lacks ${part}`),
    ...parts.filter((part) => /^Domain=/i.test(part)).map((part) => `${bare} has ${part}`),
    ...(isSecure === (prefix !== "") ? [] : [`${bare} is called ${name}`]),
    ...(NAMES.includes(bare) ? [] : [`${bare} is not known`]),
  ];
}

/** Every cookie that is set from the form to signing out. */
async function cookiesOfVisit(): Promise<string[]> {
  const jar = new AuthJar();
  const answers = [
    await jar.send(answerAuth, "/api/auth/csrf"),
    await jar.signIn("ada@example.org", "a wrong password"),
    await jar.signIn("ada@example.org", password),
    await jar.send(answerAuth, "/api/auth/session"),
    await jar.signOut(),
  ];
  return answers.flatMap(({ headers }) => headers.getSetCookie());
}

describe("A6: the cookies", () => {
  test.each([
    ["http://localhost:3000", false],
    ["https://parley.example", true],
  ])("of %s are all out of reach for scripts and other sites", async (origin, isSecure) => {
    process.env.NEXTAUTH_URL = origin;
    const cookies = await cookiesOfVisit();
    expect(cookies.flatMap((cookie) => wrongParts(cookie, isSecure))).toEqual([]);
    const bare = cookies.map((cookie) => cookie.replace(/^__(Host|Secure)-/, "").replace(/=.*/, ""));
    expect(new Set(bare)).toEqual(new Set(NAMES));
    const csrf = cookies.filter((cookie) => cookie.includes("csrf-token"));
    expect(csrf.every((cookie) => cookie.startsWith("__Host-") === isSecure)).toBe(true);
  });

  test("are found wanting where any part of one is missing", async () => {
    process.env.NEXTAUTH_URL = "https://parley.example";
    const cookie = (await cookiesOfVisit()).find((each) => each.includes("session-token")) ?? "";
    expect(wrongParts(cookie, true)).toEqual([]);
    for (const part of ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"]) {
      const without = cookie.split("; ").filter((each) => each !== part);
      expect(wrongParts(without.join("; "), true)).toEqual([`next-auth.session-token lacks ${part}`]);
    }
    expect(wrongParts(`${cookie}; Domain=parley.example`, true)).toHaveLength(1);
    expect(wrongParts(cookie.replace("__Secure-", ""), true)).toHaveLength(1);
  });
});

/** The ids of the sessions that there are. */
const sessionIds = async () => (await database.prisma.session.findMany({ select: { id: true } })).map(({ id }) => id);

/** What somebody who planted a cookie in another's browser has of it once the other has signed in there. */
async function gainedByPlanting(signIn: (jar: AuthJar) => Promise<unknown>): Promise<string[]> {
  const attacker = new AuthJar();
  await attacker.signIn("ben@example.org", password);
  const planted = attacker.cookies.get(SESSION) ?? "";
  const before = await sessionIds();
  const victim = new AuthJar();
  victim.setCookie(SESSION, planted);
  await signIn(victim);
  const began = (await sessionIds()).filter((id) => !before.includes(id));
  return [
    ...(victim.cookies.get(SESSION) === planted ? ["the cookie is the one that was planted"] : []),
    ...(began.length === 1 ? [] : ["no session began"]),
    ...((await attacker.viewer()) === undefined ? [] : ["the planted session goes on"]),
  ];
}

describe("A6: signing in", () => {
  const asAda = (jar: AuthJar) => jar.signIn("ada@example.org", password);

  test("gives a new session, and ends the one that was planted", async () => {
    expect(await gainedByPlanting(asAda)).toEqual([]);
  });

  test("is caught where it goes on with the session that it finds", async () => {
    expect(await gainedByPlanting(async (jar) => jar.viewer())).toEqual([
      "the cookie is the one that was planted",
      "no session began",
      "the planted session goes on",
    ]);
  });

  test("takes no notice of a session that was made up", async () => {
    for (const made of ["x", "a.b.c", "null", "%00", "x".repeat(3000)]) {
      const jar = new AuthJar();
      jar.setCookie(SESSION, made);
      expect(await jar.viewer()).toBeUndefined();
      expect((await asAda(jar)).status).toBe(200);
      expect([jar.cookies.get(SESSION) === made, await jar.viewer()]).toEqual([false, "ada"]);
    }
  });
});

/** What is left of a session after somebody signed out by what they did. */
async function leftAfter(signOut: (jar: AuthJar) => Promise<unknown>): Promise<string[]> {
  const jar = new AuthJar();
  await jar.signIn("ada@example.org", password);
  const kept = new AuthJar();
  kept.setCookie(SESSION, jar.cookies.get(SESSION) ?? "");
  await signOut(jar);
  return [
    ...(jar.cookies.has(SESSION) ? ["the browser's cookie"] : []),
    ...((await kept.viewer()) === undefined ? [] : ["the session"]),
  ];
}

describe("A6: signing out", () => {
  test("clears the cookie, and ends the session for whoever kept it", async () => {
    expect(await leftAfter((jar) => jar.signOut())).toEqual([]);
  });

  test("is caught where it clears the cookie alone, or ends the session alone", async () => {
    const clearing = async (jar: AuthJar) => {
      const rows = await database.prisma.session.findMany();
      await jar.signOut();
      await database.prisma.session.createMany({ data: rows, skipDuplicates: true });
    };
    expect(await leftAfter(clearing)).toEqual(["the session"]);
    expect(await leftAfter((jar) => jar.call("user.endSessions", {}))).toEqual(["the browser's cookie"]);
  });
});
