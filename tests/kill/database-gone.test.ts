import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres } from "#db/client.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";
import { PASSWORD, PEOPLE, prepareInstance } from "./prepare-instance.ts";
import { lostOf } from "./stored.ts";
import { clientOf, letSubmit, sendForecast, sessionOf } from "./submissions.ts";

const GONE_MS = 10_000;
/** Each must never be found in the log. */
const SECRETS = {
  NEXTAUTH_SECRET: "canary-of-sessions-0123456789abcdef",
  PARLEY_METRICS_TOKEN: "canary-of-metrics-01",
  databasePassword: "canary-of-database",
  typedPassword: "canary-of-a-person",
  cookie: "canary-of-a-cookie",
  token: "canary-of-a-token",
};

const directory = mkdtempSync(join(tmpdir(), "parley-gone-"));
let server: PostgresServer;
let parley: ServedParley;
let questionId: string;
const sessions = new Map<string, string>();
beforeAll(async () => {
  server = await startPostgres({ durable: true });
  const database = await openPostgres(server.url);
  questionId = await prepareInstance(database);
  await database.close();
  const { NEXTAUTH_SECRET, PARLEY_METRICS_TOKEN, databasePassword } = SECRETS;
  const DATABASE_URL = Object.assign(new URL(server.url), { password: databasePassword }).href;
  const env = { PARLEY_DEMO: "off", LOG_LEVEL: "debug", DATABASE_URL, NEXTAUTH_SECRET, PARLEY_METRICS_TOKEN };
  parley = await serveParley({ directory, env });
  for (const person of PEOPLE) sessions.set(person, await sessionOf(parley.origin, person));
});
afterAll(async () => {
  await parley.stop();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = {}) => fetch(`${parley.origin}${path}`, init);
const statusOf = async (path: string) => (await ask(path)).status;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await isSo()) return;
    await sleep(100);
  }
  throw new Error("It did not come to be so.");
}

/** Sends every secret where people and programs put it, as a stranger and as somebody signed in. */
async function sendSecrets(): Promise<void> {
  const { typedPassword, cookie, token } = SECRETS;
  const json = { "content-type": "application/json", origin: parley.origin };
  const person = { name: "canary", email: "canary@example.org", password: typedPassword };
  const own = { ...json, cookie: sessions.get("ada") ?? "" };
  const changed = { currentPassword: typedPassword, newPassword: `${typedPassword}-2` };
  await Promise.all([
    ask("/api/trpc/user.signUp", { method: "POST", headers: json, body: JSON.stringify({ json: person }) }),
    ask("/api/trpc/user.changePassword", { method: "POST", headers: own, body: JSON.stringify({ json: changed }) }),
    ask("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ ...person, csrfToken: token }),
    }),
    ask("/", { headers: { cookie: `next-auth.session-token=${cookie}`, authorization: `Bearer ${token}` } }),
    ask(`/questions?token=${token}&q=${token}`),
    ask(`/api/trpc/question.list?token=${token}&input=${token}`),
    ask("/metrics", { headers: { authorization: `Bearer ${token}` } }),
  ]);
}

describe("D5: while the database is gone", () => {
  test("the process lives and says so everywhere, and is back by itself without losing what it acknowledged", async () => {
    const submitting = letSubmit(sendForecast, parley.origin, sessions, questionId);
    await submitting.untilAcknowledged(20);
    await server.kill();
    // Processes of a killed Postgres answer on for a moment, each on the connection that it holds.
    await until(async () => (await statusOf("/readyz")) === 503 && (await statusOf("/questions")) === 503);
    const goneAt = performance.now();
    while (performance.now() - goneAt < GONE_MS) {
      expect(await statusOf("/healthz")).toBe(200);
      expect(await statusOf("/readyz")).toBe(503);
      const page = await ask("/questions");
      expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(await page.text()).toContain("cannot reach its database");
      const call = await ask("/api/trpc/question.list?input=%7B%22json%22%3A%7B%7D%7D");
      expect([call.status, call.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(await statusOf("/icon.svg")).toBe(200);
      await sendSecrets();
      await sleep(500);
    }
    await server.start();
    const backAt = performance.now();
    await until(async () => (await statusOf("/questions")) === 200);
    console.log(`answers ${Math.round(performance.now() - backAt)} ms after the database is back`);
    await until(async () => (await statusOf("/readyz")) === 200);
    const made = await submitting.stop();
    const after = await openPostgres(server.url);
    expect(await lostOf(after, made)).toEqual([]);
    await after.close();
  });
});

describe("D7: while the database takes no changes", () => {
  async function setReadOnly(value: "on" | "off"): Promise<void> {
    const maintenance = await openPostgres(server.url);
    // Said for this session: it may be read-only itself.
    await maintenance.alone(async (run) => {
      await run(`ALTER SYSTEM SET default_transaction_read_only = ${value}`);
      await run("SELECT pg_reload_conf()");
    });
    await maintenance.close();
  }
  const submit = (key: string) =>
    sendForecast(clientOf(parley.origin, sessions.get("ben") ?? ""), questionId, { key, probability: 0.4 }).then(
      () => ({ status: 200, message: "" }),
      (error: unknown) => {
        if (!(error instanceof TRPCClientError)) throw error;
        return { status: Number(error.data?.httpStatus), message: error.message };
      },
    );

  test("changes are refused in words with 503, pages are read as always, and nothing is harmed", async () => {
    await setReadOnly("on");
    let refused = await submit("read-only-0");
    for (let i = 1; i < 100 && refused.status === 200; i++) refused = await submit(`read-only-${i}`);
    expect(refused).toEqual({ status: 503, message: expect.stringContaining("takes no changes at the moment") });
    expect(await statusOf("/questions")).toBe(200);
    expect(await statusOf("/healthz")).toBe(200);
    await setReadOnly("off");
    await until(async () => (await submit("writable-again")).status === 200);
    const after = await openPostgres(server.url);
    expect(await ledgerFaults(after.prisma)).toEqual(NO_FAULTS);
    await after.close();
  });
});

describe("O5: the log of all this", () => {
  test("is JSON alone, names the request of every answer, and has no secret that was sent or set", async () => {
    await sendSecrets();
    const page = await ask("/");
    const id = page.headers.get("x-request-id");
    await until(async () => parley.log().some((line) => line.includes(String(id))));
    const lines = parley.log();
    expect(lines.length).toBeGreaterThan(100);
    const told = lines.map((line) => JSON.parse(line) as { level: string; msg: string; requestId?: string });
    expect(told.filter(({ level, msg }) => typeof level !== "string" || typeof msg !== "string")).toEqual([]);
    expect(told.filter(({ msg, requestId }) => msg === "answered" && requestId === undefined)).toEqual([]);
    const all = lines.join("\n");
    for (const [name, secret] of Object.entries({ ...SECRETS, PASSWORD }))
      expect(all.includes(secret), name).toBe(false);
    for (const session of sessions.values()) expect(all).not.toContain(session.split("session-token=")[1]);
  });
});
