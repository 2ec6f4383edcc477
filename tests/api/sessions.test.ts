import { decode } from "next-auth/jwt";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { answerAuth } from "#server/auth/answer-auth.ts";
import { sessionSecret } from "#server/auth/secret.ts";
import { sweepExpiredRows } from "#services/upkeep/sweep-expired-rows.ts";
import { createUser } from "#services/user/create-user.ts";
import { setPassword } from "#services/user/set-password.ts";
import { setUserRole } from "#services/user/set-user-role.ts";
import { AuthJar, dataOf } from "#tests/support/auth-jar.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let ids: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
  ids = {};
  for (const [name, role] of [
    ["ada", "admin"],
    ["ben", "forecaster"],
    ["cleo", "forecaster"],
  ] as const) {
    const made = await createUser(job(database.prisma), { name, email: `${name}@example.org`, password, role });
    ids[name] = made.id;
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
const SESSION = "next-auth.session-token";

async function signedIn(name: string, headers: Record<string, string> = {}): Promise<AuthJar> {
  const jar = new AuthJar(headers);
  expect((await jar.signIn(`${name}@example.org`, password)).status).toBe(200);
  expect(await jar.viewer()).toBe(name);
  return jar;
}

interface Session {
  readonly id: string;
  readonly agent: string;
  readonly network: string;
  readonly isCurrent: boolean;
}
const sessionsOf = async (jar: AuthJar) => dataOf<Session[]>(await jar.call("user.sessions"));

describe("a session", () => {
  test("A4: a cookie that was kept is refused once its owner has signed out", async () => {
    const jar = await signedIn("ada");
    const stolen = new AuthJar();
    stolen.setCookie(SESSION, jar.cookies.get(SESSION) ?? "");
    expect(await stolen.viewer()).toBe("ada");
    expect((await jar.signOut()).status).toBe(200);
    expect(jar.cookies.has(SESSION)).toBe(false);
    expect(await stolen.viewer()).toBeUndefined();
    expect(await (await stolen.send(answerAuth, "/api/auth/session")).json()).toEqual({});
    expect((await stolen.call("user.endSessions", {})).status).toBe(401);
  });

  test("A4: a check of the version alone, as it was, takes that cookie, and that is seen", async () => {
    const jar = await signedIn("ada");
    const kept = jar.cookies.get(SESSION) ?? "";
    await jar.signOut();
    const claims = await decode({ token: kept, secret: sessionSecret() });
    const person = await database.prisma.user.findUniqueOrThrow({ where: { id: claims?.sub ?? "" } });
    expect(person.sessionVersion).toBe(claims?.sessionVersion);
  });

  test("A6: begins under a new id when somebody signs in, and the one that the browser had before is over", async () => {
    const planted = await signedIn("ben");
    const victim = new AuthJar();
    victim.setCookie(SESSION, planted.cookies.get(SESSION) ?? "");
    await victim.signIn("ada@example.org", password);
    expect(await victim.viewer()).toBe("ada");
    expect(victim.cookies.get(SESSION)).not.toBe(planted.cookies.get(SESSION));
    expect(await planted.viewer()).toBeUndefined();
  });

  test.each([
    ["http://localhost:3000", "", ""],
    ["https://parley.example", "__Secure-", "__Host-"],
  ])("A6: on %s its cookies are out of reach for scripts and other sites", async (origin, secure, host) => {
    process.env.NEXTAUTH_URL = origin;
    const jar = new AuthJar();
    const response = await jar.signIn("ada@example.org", password);
    const csrf = await jar.send(answerAuth, "/api/auth/csrf", { headers: { cookie: "" } });
    const set = [...response.headers.getSetCookie(), ...csrf.headers.getSetCookie()];
    const named = (name: string) => set.find((cookie) => cookie.startsWith(`${name}=`)) ?? "";
    const marks = secure
      ? /; Path=[^;]+; .*HttpOnly; .*Secure.*SameSite=Lax|; Path=[^;]+; .*HttpOnly; SameSite=Lax; Secure/
      : /HttpOnly; SameSite=Lax/;
    for (const name of [`${secure}${SESSION}`, `${host}next-auth.csrf-token`, `${secure}parley.device`]) {
      expect(named(name)).toMatch(marks);
      expect(named(name)).not.toMatch(/Domain=/i);
    }
    expect(named(`${secure}parley.device`)).toContain("Path=/api/auth;");
    expect(await jar.viewer()).toBe("ada");
  });

  test("A4: is over after a new role, a new password, and a new password from the command line", async () => {
    const ends: ((jar: AuthJar) => Promise<unknown>)[] = [
      async () => setUserRole(job(database.prisma), { userId: ids.cleo ?? "", role: "moderator" }),
      async (jar) => jar.call("user.changePassword", { currentPassword: password, newPassword: password }),
      async () => setPassword(job(database.prisma), { name: "cleo", newPassword: password }),
    ];
    for (const end of ends) {
      const [here, elsewhere] = [await signedIn("cleo"), await signedIn("cleo")];
      await end(here);
      expect([await here.viewer(), await elsewhere.viewer()]).toEqual([undefined, undefined]);
      expect(await database.prisma.session.count({ where: { personId: ids.cleo ?? "" } })).toBe(0);
    }
  });

  test("is shown to its owner with roughly where and with what, and they end another or all of them", async () => {
    await (await signedIn("ada")).call("user.endSessions", {});
    const firefox = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
    const safari = { "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1" };
    const here = await signedIn("ada", { ...firefox, "x-real-address": "198.51.100.77" });
    const phone = await signedIn("ada", { ...safari, "x-real-address": "2001:db8:1:2:3::4" });
    const last = await signedIn("ada");
    const shown = (await sessionsOf(here)).map(({ id: _, ...rest }) => rest);
    expect(shown).toHaveLength(3);
    expect(shown).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ agent: "Firefox on Linux", network: "198.51.100.*", isCurrent: true }),
        expect.objectContaining({ agent: "Safari on iOS", network: "2001:db8:1:*", isCurrent: false }),
        expect.objectContaining({ agent: "Unknown program", network: "192.0.2.*", isCurrent: false }),
      ]),
    );
    const other = (await sessionsOf(here)).find(({ agent }) => agent === "Safari on iOS");
    expect((await here.call("user.endSession", { sessionId: other?.id })).status).toBe(200);
    expect([await here.viewer(), await phone.viewer(), await last.viewer()]).toEqual(["ada", undefined, "ada"]);
    expect((await here.call("user.endSession", { sessionId: other?.id })).status).toBe(404);
    expect(await dataOf(await here.call("user.endSessions", {}))).toEqual({ ended: 2 });
    expect([await here.viewer(), await last.viewer()]).toEqual([undefined, undefined]);
  });

  test("Z2: is nobody else's to see or to end", async () => {
    const [ada, ben] = [await signedIn("ada"), await signedIn("ben")];
    const [own] = (await sessionsOf(ada)).filter(({ isCurrent }) => isCurrent);
    expect((await sessionsOf(ben)).map(({ id }) => id)).not.toContain(own?.id);
    expect((await ben.call("user.endSession", { sessionId: own?.id })).status).toBe(404);
    expect(await ada.viewer()).toBe("ada");
    // One that goes by the id alone ends it, and that would be seen.
    await database.prisma.session.deleteMany({ where: { id: own?.id ?? "" } });
    expect(await ada.viewer()).toBeUndefined();
  });

  test("is over after thirty days, however often it is used, and its row is swept", async () => {
    const jar = await signedIn("ben");
    const [current] = (await sessionsOf(jar)).filter(({ isCurrent }) => isCurrent);
    const old = new Date(Date.now() - 30 * 24 * 3_600_000 - 1_000);
    await database.prisma.session.update({ where: { id: current?.id ?? "" }, data: { createdAt: old } });
    expect(await jar.viewer()).toBeUndefined();
    await sweepExpiredRows(job(database.prisma));
    expect(await database.prisma.session.count({ where: { id: current?.id ?? "" } })).toBe(0);
  });

  test("that is used later than ten minutes after it was last seen is seen anew", async () => {
    const jar = await signedIn("ben");
    const [current] = (await sessionsOf(jar)).filter(({ isCurrent }) => isCurrent);
    const where = { id: current?.id ?? "" };
    const before = new Date(Date.now() - 11 * 60_000);
    await database.prisma.session.update({ where, data: { createdAt: before, lastSeenAt: before } });
    await jar.viewer();
    // Written beside the answer, which does not wait for it.
    await expect
      .poll(async () => (await database.prisma.session.findUniqueOrThrow({ where })).lastSeenAt.getTime())
      .toBeGreaterThan(before.getTime());
  });

  test("of somebody with more than fifty ends where it was used longest ago", async () => {
    await database.prisma.session.createMany({
      data: Array.from({ length: 60 }, () => ({
        id: crypto.randomUUID(),
        personId: ids.ben ?? "",
        network: "192.0.2.*",
        agent: "curl",
      })),
    });
    const jar = await signedIn("ben");
    expect(await sessionsOf(jar)).toHaveLength(50);
    await jar.call("user.endSessions", {});
  });
});

describe("what has expired", () => {
  test("is swept: counts whose time is over and devices long unused, and nothing else", async () => {
    await signedIn("ada");
    const [hour, halfYear] = [3_600_000, 181 * 24 * 3_600_000];
    const at = (ms: number) => new Date(Date.now() + ms);
    await database.prisma.rateLimit.createMany({
      data: [
        { key: "over", points: 3, expire: at(-hour) },
        { key: "running", points: 3, expire: at(hour) },
      ],
    });
    const device = { personId: ids.ada ?? "", tokenHash: "0".repeat(64), network: "192.0.2.1" };
    await database.prisma.knownDevice.create({
      data: { id: crypto.randomUUID(), ...device, signedInAt: at(-halfYear) },
    });
    await sweepExpiredRows(job(database.prisma));
    const keys = (await database.prisma.rateLimit.findMany()).map(({ key }) => key);
    expect([keys.includes("over"), keys.includes("running")]).toEqual([false, true]);
    expect(await database.prisma.knownDevice.count({ where: { tokenHash: device.tokenHash } })).toBe(0);
    expect(await database.prisma.knownDevice.count({ where: { personId: device.personId } })).toBeGreaterThan(0);
  });
});
