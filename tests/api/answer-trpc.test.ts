import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { answerTrpc } from "#server/api/answer-trpc.ts";
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
