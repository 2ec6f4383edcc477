import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres } from "#db/client.ts";
import { shownError } from "#server/api/trpc.ts";
import { makeMetrics } from "#server/operations/metrics.ts";
import { noteRendering, observeRequests } from "#server/operations/observe-requests.ts";
import { answeringServer } from "#tests/support/answering-server.ts";
import { type Fate, type PostgresProxy, postgresProxy } from "#tests/support/postgres-proxy.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { PASSWORD, PEOPLE, prepareInstance } from "./prepare-instance.ts";
import { sessionOf } from "./submissions.ts";

/** Promise D5: whatever a request was doing when its connection to Postgres went, it is answered, or told to come again: with 503, never 500. */
const READS = [
  "/",
  "/questions",
  "/questions/question-1",
  "/me",
  "/leaderboard",
  "/events",
  "/portfolio",
  "/settings",
  "/api/auth/session",
  "/api/trpc/question.list?input=%7B%22json%22%3A%7B%7D%7D",
  "/api/trpc/market.portfolio,user.viewer?batch=1&input=%7B%7D",
];
const MAX_STATEMENTS = 100;
/** As the server asks whether its database is there. */
const PING = "SELECT 1";

const directory = mkdtempSync(join(tmpdir(), "parley-half-dead-"));
let server: PostgresServer;
let proxy: PostgresProxy;
let parley: ServedParley;
let cookie: string;
beforeAll(async () => {
  server = await startPostgres();
  const database = await openPostgres(server.url);
  await prepareInstance(database);
  await database.close();
  proxy = await postgresProxy(server.url);
  parley = await serveParley({ directory, env: { PARLEY_DEMO: "off", DATABASE_URL: proxy.url } });
  cookie = await sessionOf(parley.origin, "ada");
});
afterAll(async () => {
  await parley.stop();
  await proxy.close();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

async function read(address: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, { ...init, headers: { cookie, ...init.headers } });
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body: await response.text() };
}

/** What is wrong with an answer that was given while a connection was lost. */
function faultsOf({ status, retryAfter, body }: Answer): string[] {
  // A batch has a status for each of its calls, inside.
  const statuses =
    status === 207 ? [...body.matchAll(/"httpStatus":(\d+)/g)].map(([, code]) => Number(code)) : [status];
  return [
    ...statuses.filter((code) => code !== 200 && code !== 503).map((code) => `status ${code}`),
    ...(status === 503 && retryAfter === null ? ["no word when to come again"] : []),
    ...(/prisma|57P01|terminat|ECONNRESET|postgres:/i.test(body) ? ["words of the database"] : []),
  ];
}

/** Lets the n-th statement of what is asked meet a fate; gives the answer, and whether there were so many. */
async function readLosing(at: number, fate: Fate, ask: () => Promise<Answer>) {
  let passed = 0;
  proxy.decide(({ text }) => (text !== PING && ++passed === at ? fate : undefined));
  const answer = await ask();
  proxy.decide(() => undefined);
  return { answer, hasLost: passed >= at };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 1200 && !(await isSo()); attempt++) await sleep(50);
  expect(await isSo()).toBe(true);
}

let signedIn = 0;

/** Each try is another person's: one that is broken off once it was counted stays counted, and ten of one person's are the limit. */
async function signIn(): Promise<Answer> {
  const email = `${PEOPLE[++signedIn % PEOPLE.length]}@example.org`;
  const csrf = await fetch(`${parley.origin}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const own = csrf.headers.getSetCookie().map((set) => set.split(";")[0]);
  const body = new URLSearchParams({ csrfToken, email, password: PASSWORD, json: "true" });
  const headers = { cookie: own.join("; ") };
  return read(`${parley.origin}/api/auth/callback/credentials`, { method: "POST", body, headers });
}

describe("D5: a connection lost in the middle of a request", () => {
  const asks: [string, () => Promise<Answer>][] = [
    ...READS.map((path): [string, () => Promise<Answer>] => [path, () => read(`${parley.origin}${path}`)]),
    ["signing in", signIn],
  ];
  const figures = { lost: 0, told: 0 };

  test.each(asks)("is no fault of %s: it is answered, or told to come again", async (_, ask) => {
    for (const fate of ["terminated", "cut after"] as const) {
      let told = 0;
      for (let at = 1; at <= MAX_STATEMENTS; at++) {
        const { answer, hasLost } = await readLosing(at, fate, ask);
        expect(faultsOf(answer), `${fate} at statement ${at}`).toEqual([]);
        if (!hasLost) break;
        figures.lost++;
        if (answer.status !== 200) told++;
      }
      expect(told).toBeGreaterThan(0);
      figures.told += told;
    }
    console.log(`half dead: ${figures.lost} connections lost, ${figures.told} requests told to come again`);
  });

  test("is seen where it is not noted that a page could not be made because of it: the page's status is 500", async () => {
    const page: RequestListener = (_, response) => {
      shownError(new Error("Connection terminated unexpectedly"), "page");
      response.writeHead(500).end("<html></html>");
    };
    const metrics = makeMetrics();
    for (const [answer, faults] of [
      [noteRendering(page), []],
      [page, ["status 500"]],
    ] as const) {
      const pages = await answeringServer(observeRequests(answer, { metrics, trustsSender: false }));
      expect(faultsOf(await read(pages.origin))).toEqual(faults);
      await pages.close();
    }
  });
});

describe("D5: a database that falls silent with its connections open", () => {
  test("is told to all who ask, also to those who had begun, and is found again by itself", async () => {
    let silenced = 0;
    proxy.decide(({ text }) => {
      if (text === PING) return undefined;
      silenced++;
      return "silent";
    });
    const begun = ["/me", "/portfolio", "/api/trpc/market.portfolio"].map((path) => read(`${parley.origin}${path}`));
    while (silenced < begun.length) await sleep(5);
    proxy.decide(() => undefined);
    proxy.setSilent(true);
    await until(async () => (await read(`${parley.origin}/readyz`)).status === 503);
    expect(faultsOf(await read(`${parley.origin}/questions`))).toEqual([]);
    expect((await read(`${parley.origin}/questions`)).status).toBe(503);
    proxy.setSilent(false);
    await until(async () => (await read(`${parley.origin}/questions`)).status === 200);
    for (const answer of await Promise.all(begun)) expect([answer.status, ...faultsOf(answer)]).toEqual([503]);
  });
});
