import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { answerTrpc } from "#server/api/answer-trpc.ts";
import { appRouter } from "#server/api/root.ts";
import { comesFromElsewhere } from "#server/auth/comes-from-elsewhere.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
});
afterAll(async () => {
  Object.assign(globalThis, { parleyDatabase: undefined });
  await database.close();
});

const ORIGIN = "http://localhost:3000";

function post(path: string, json: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const body = typeof json === "string" ? json : JSON.stringify({ json });
  return answerTrpc(
    new Request(`${ORIGIN}/api/trpc/${path}`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
    }),
  );
}

interface Definition {
  readonly _def: { readonly type: string; readonly inputs: readonly unknown[] };
}

const errorOf = async (response: Response) =>
  ((await response.json()) as { error: { json: { message: string; data: Record<string, unknown> } } }).error.json;
const person = { name: "ada", email: "ada@example.org", password: "correct horse battery" };

describe("tRPC over HTTP", () => {
  test("a broken rule is told by its name, its status and its field", async () => {
    expect((await post("user.signUp", person)).status).toBe(200);
    const again = await post("user.signUp", person);
    expect(again.status).toBe(409);
    expect((await errorOf(again)).data).toMatchObject({ rule: "name_must_be_free", field: "name", httpStatus: 409 });
  });

  test("invalid input is told field by field, and unknown keys are refused", async () => {
    const bad = await errorOf(await post("user.signUp", { ...person, name: "a", password: "short" }));
    expect(bad.data).toMatchObject({
      rule: "input_must_be_valid",
      httpStatus: 400,
      fields: { name: expect.any(String), password: "At least 10 characters." },
    });
    const extra = await post("user.signUp", { ...person, name: "eve", email: "eve@example.org", role: "admin" });
    expect(extra.status).toBe(400);
    expect(await database.prisma.user.count({ where: { nameKey: "eve" } })).toBe(0);
  });

  test("what needs a session is refused without one", async () => {
    expect((await post("user.setRole", { userId: crypto.randomUUID(), role: "admin" })).status).toBe(401);
  });

  test("a request that another site makes is refused, whatever its cookies", async () => {
    for (const origin of ["https://evil.example", "null"]) {
      expect(
        (await post("user.signUp", { ...person, name: "mallory", email: "m@example.org" }, { origin })).status,
      ).toBe(403);
    }
    expect(await database.prisma.user.count({ where: { nameKey: "mallory" } })).toBe(0);
  });

  test.each([
    ["from another site, without an Origin", { "sec-fetch-site": "cross-site" }, 403],
    ["from another server of the same site", { "sec-fetch-site": "same-site" }, 403],
    ["from another site that claims our Origin", { "sec-fetch-site": "cross-site", origin: ORIGIN }, 403],
    ["from a page in a sandbox", { origin: "null" }, 403],
    ["from our own page", { "sec-fetch-site": "same-origin", origin: ORIGIN }, 200],
    ["from a program that is no browser", {}, 200],
  ])("Z5: a change %s", async (from, headers, status) => {
    const name = from.replaceAll(/[ ,]+/g, "-").slice(0, 30);
    const response = await answerTrpc(
      new Request(`${ORIGIN}/api/trpc/user.signUp`, {
        method: "POST",
        body: JSON.stringify({ json: { ...person, name, email: `${name}@example.org`.toLowerCase() } }),
        headers: { "content-type": "application/json", ...headers },
      }),
    );
    expect(response.status).toBe(status);
    expect(await database.prisma.user.count({ where: { name } })).toBe(status === 200 ? 1 : 0);
  });

  test("Z5: a check of Origin alone, as it was, lets a request through that hides it, and that is seen", () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const hidden = new Request(`${ORIGIN}/api/trpc/user.endSessions`, { method: "POST", headers });
    const byOriginAlone = ({ headers: sent }: Request) => sent.get("origin") !== null && sent.get("origin") !== ORIGIN;
    expect([byOriginAlone(hidden), comesFromElsewhere(hidden)]).toEqual([false, true]);
  });

  test("Z5: every procedure that changes something says what it takes, so that no other body reaches it", () => {
    const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Definition>);
    const changing = procedures.filter(([, { _def }]) => _def.type === "mutation");
    expect(changing.length).toBeGreaterThan(20);
    expect(changing.filter(([, { _def }]) => _def.inputs.length === 0).map(([path]) => path)).toEqual([]);
  });

  test("Z8: an answer tells which limits it counted in, and one beyond them when to come back", async () => {
    const address = { "x-real-address": "198.51.100.20" };
    const first = await post("user.setRole", { userId: crypto.randomUUID(), role: "admin" }, address);
    expect(first.headers.get("ratelimit-policy")).toBe('"writes";q=600;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"writes";r=599;t=\d+$/);
    const read = await answerTrpc(new Request(`${ORIGIN}/api/trpc/user.viewer`, { headers: address }));
    expect(read.headers.get("ratelimit-policy")).toBe('"reads";q=3000;w=60');
    const rest = Array.from({ length: 599 }, () => post("user.endSessions", {}, address));
    expect(new Set((await Promise.all(rest)).map(({ status }) => status))).toEqual(new Set([401]));
    const refused = await post("user.signUp", { ...person, name: "late", email: "late@example.org" }, address);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("ratelimit")).toMatch(/^"writes";r=0;t=\d+$/);
    expect((await errorOf(refused)).data).toMatchObject({ rule: "writes_must_stay_within_limit" });
    expect(await database.prisma.user.count({ where: { nameKey: "late" } })).toBe(0);
    const elsewhere = await post("user.endSessions", {}, { "x-real-address": "198.51.100.21" });
    expect(elsewhere.status).toBe(401);
  });

  test("Z8: three thousand reads a minute are answered to one address, each call of a batch counted", async () => {
    const batch = Array.from({ length: 10 }, () => "user.viewer").join(",");
    const read = (address: string) =>
      answerTrpc(
        new Request(`${ORIGIN}/api/trpc/${batch}?batch=1&input=%7B%7D`, { headers: { "x-real-address": address } }),
      );
    const answers = await Promise.all(Array.from({ length: 301 }, () => read("198.51.100.22")));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toMatch(/^\d+$/);
    expect((await read("198.51.100.23")).status).toBe(200);
  });

  test("only JSON is read, and not by GET", async () => {
    expect((await post("user.signUp", "name=x", { "content-type": "multipart/form-data; boundary=x" })).status).toBe(
      415,
    );
    expect((await post("user.signUp", "name=x", { "content-type": "text/plain" })).status).toBe(415);
    const get = await answerTrpc(
      new Request(`${ORIGIN}/api/trpc/user.signUp?input=${encodeURIComponent(JSON.stringify({ json: person }))}`),
    );
    expect(get.status).toBe(405);
  });

  test("no more than ten calls travel together", async () => {
    const path = Array.from({ length: 11 }, () => "user.viewer").join(",");
    const response = await answerTrpc(new Request(`${ORIGIN}/api/trpc/${path}?batch=1&input=%7B%7D`));
    expect(response.status).toBe(400);
  });

  test("M12: where every connection is taken, it says so with 429 and when to come back, and afterwards answers", async () => {
    let release = () => {};
    const until = new Promise<void>((done) => {
      release = done;
    });
    // More transactions than there are connections, each waiting for this test.
    const held = Promise.allSettled(
      Array.from({ length: 12 }, () =>
        database.prisma.$transaction(async (tx) => {
          await tx.$queryRaw`SELECT 1`;
          await until;
        }),
      ),
    );
    const late = { ...person, name: "noor", email: "noor@example.org" };
    const response = await post("user.signUp", late);
    release();
    await held;
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "1"]);
    expect((await errorOf(response)).data).toMatchObject({ rule: "load_must_stay_within_capacity" });
    expect((await post("user.signUp", late)).status).toBe(200);
  });

  test("an error tells nothing of the code or the database behind it", async () => {
    const text = await (await post("user.signUp", { ...person, name: "zed\u0000", email: "z@example.org" })).text();
    expect(text).not.toMatch(/prisma|postgres|at .*\.ts/i);
  });
});
