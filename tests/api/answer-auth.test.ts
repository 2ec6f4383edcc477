import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { answerAuth } from "#server/auth/answer-auth.ts";
import { publicOrigin } from "#server/env.ts";
import { createUser } from "#services/user/create-user.ts";
import { AuthJar } from "#tests/support/auth-jar.ts";
import { job } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
  for (const [name, role] of [
    ["ada", "admin"],
    ["ben", "forecaster"],
  ] as const) {
    await createUser(job(database.prisma), { name, email: `${name}@example.org`, password, role });
  }
});
afterAll(async () => {
  Object.assign(globalThis, { parleyDatabase: undefined });
  await database.close();
});
beforeEach(() => database.prisma.rateLimit.deleteMany());

const password = "correct horse battery";
const SESSION = "next-auth.session-token";

/** From now on nobody gets at the database. */
function takeAway(message: string): void {
  const parleyDatabase = Promise.reject(new Error(message));
  parleyDatabase.catch(() => {});
  Object.assign(globalThis, { parleyDatabase });
}

async function signedIn(name: string): Promise<AuthJar> {
  const jar = new AuthJar();
  expect((await jar.signIn(`${name}@example.org`, password)).status).toBe(200);
  expect(await jar.viewer()).toBe(name);
  return jar;
}

describe("signing in over HTTP", () => {
  test("A2: answers an account that exists and one that does not alike, but for their names", async () => {
    const answers = [];
    for (const email of ["ada@example.org", "nobody@example.org", "not an address"]) {
      const response = await new AuthJar().signIn(email, "a wrong password");
      answers.push([response.status, await response.text()]);
    }
    expect(answers[0]?.[0]).toBe(401);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("A9: tells what is left of the limit, and once it is used up when to come back", async () => {
    const jar = new AuthJar();
    const first = await jar.signIn("ada@example.org", "a wrong password");
    expect(first.headers.get("ratelimit-policy")).toBe('"sign-in";q=10;w=900');
    expect(first.headers.get("ratelimit")).toMatch(/^"sign-in";r=9;t=(900|89\d)$/);
    for (let i = 0; i < 9; i++) expect((await jar.signIn("ada@example.org", "a wrong password")).status).toBe(401);
    const refused = await jar.signIn("ada@example.org", password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(refused.headers.get("ratelimit")).toMatch(/^"sign-in";r=0;t=\d+$/);
    expect(await refused.json()).toMatchObject({
      message: expect.stringMatching(/^Too many attempts\. .* 15 minutes\.$/),
    });
    expect(await jar.viewer()).toBeUndefined();
    expect((await new AuthJar({ "x-real-address": "192.0.2.51" }).signIn("ada@example.org", password)).status).toBe(
      200,
    );
  });

  test("A8: leads nowhere but to pages of this site, whatever it is told", async () => {
    const aims = ["//evil.example", "https://evil.example/", "/.//evil.example", "/\\evil.example", "nonsense", "%00"];
    for (const callbackUrl of aims) {
      const query = `?callbackUrl=${encodeURIComponent(callbackUrl)}`;
      const form = await new AuthJar().signIn("ada@example.org", password, { callbackUrl });
      expect([callbackUrl, form.status, await form.json()]).toEqual([callbackUrl, 200, { url: `${publicOrigin()}/` }]);
      const page = await new AuthJar().send(answerAuth, `/api/auth/signin${query}`);
      expect(page.headers.get("location")).toBe(`${publicOrigin()}/sign-in?next=%2F`);
      const planted = new AuthJar();
      planted.setCookie("next-auth.callback-url", encodeURIComponent(callbackUrl));
      expect(await (await planted.signIn("ada@example.org", password)).json()).toEqual({ url: publicOrigin() });
    }
    const own = await new AuthJar().signIn("ada@example.org", password, { callbackUrl: "/admin/audit?x=1" });
    expect(await own.json()).toEqual({ url: `${publicOrigin()}/admin/audit?x=1` });
  });

  test("Z5: is refused to a page of another site, and so is signing out", async () => {
    const elsewhere: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: publicOrigin(), "sec-fetch-site": "cross-site" },
    ];
    const jar = await signedIn("ada");
    for (const headers of elsewhere) {
      expect((await jar.post("/api/auth/signout", {}, headers)).status).toBe(403);
      const signIn = { email: "ben@example.org", password };
      expect((await jar.post("/api/auth/callback/credentials", signIn, headers)).status).toBe(403);
    }
    expect(await jar.viewer()).toBe("ada");
    const own = { origin: publicOrigin(), "sec-fetch-site": "same-origin" };
    expect((await jar.post("/api/auth/signout", {}, own)).status).toBe(200);
  });

  test("Z5: takes forms and JSON, and only with the token of its own form", async () => {
    const jar = await signedIn("ada");
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    expect((await jar.post("/api/auth/signout", {}, multipart)).status).toBe(415);
    expect((await jar.post("/api/auth/signout", {}, { "content-type": "text/plain" })).status).toBe(415);
    const stale = await new AuthJar().signIn("ada@example.org", password, { csrfToken: "0".repeat(64) });
    expect([stale.status, await stale.json()]).toMatchObject([
      403,
      { message: expect.stringContaining("Load it again") },
    ]);
    await jar.post("/api/auth/signout", { csrfToken: "0".repeat(64) });
    expect(await jar.viewer()).toBe("ada");
  });

  test("answers no other route of NextAuth's, and no odd input, with a fault", async () => {
    const jar = new AuthJar();
    for (const path of ["_log", "signout", "verify-request", "callback/credentials", "callback/github", "x"]) {
      expect((await jar.send(answerAuth, `/api/auth/${path}`)).status).toBe(404);
    }
    expect((await jar.post("/api/auth/_log", { code: "x", level: "error" })).status).toBe(404);
    const json = (body: string) =>
      jar.send(answerAuth, "/api/auth/callback/credentials", {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      });
    const token = jar.cookies.get("next-auth.csrf-token")?.split(/%7C|\|/)[0];
    const odd = [{}, [], null, 1, { email: {}, password: [] }, { email: "a\u0000@example.org", password: "\u0000" }];
    for (const input of odd) {
      const body = JSON.stringify(typeof input === "object" && input !== null ? { csrfToken: token, ...input } : input);
      expect((await json(body)).status).toBeLessThan(500);
    }
    for (const body of ["{", "", `{"a":"${"x".repeat(20_000)}"}`]) expect((await json(body)).status).toBe(415);
  });

  test("tells nothing of the database when it is away", async () => {
    const jar = new AuthJar();
    await jar.send(answerAuth, "/api/auth/csrf");
    takeAway("postgres://secret is away");
    const response = await jar.signIn("ada@example.org", password);
    Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/postgres|secret|prisma/i);
  });

  test("does not say that somebody is signed out whose session is still there", async () => {
    const jar = await signedIn("ada");
    takeAway("away");
    const response = await jar.signOut();
    Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
    expect([response.status, jar.cookies.has(SESSION)]).toEqual([500, true]);
    expect(await jar.viewer()).toBe("ada");
  });
});
