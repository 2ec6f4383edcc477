import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { PEOPLE, prepareInstance } from "./prepare-instance.ts";
import { type Asked, failedOf, steadyClients } from "./steady-clients.ts";
import { expectNothingHalfDone, lostOf } from "./stored.ts";
import { sessionOf } from "./submissions.ts";

/** Promise D6: a server that is told to stop under load answers all that it has taken, and ends by itself. */
const FORECASTERS = 8;
const READERS = 4;
/** A signal is heard by then; if it is not, the test is only milder. */
const HEARD_MS = 200;

const directory = mkdtempSync(join(tmpdir(), "parley-stopping-"));
let server: PostgresServer;
let database: Database;
let questionId: string;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startPostgres({ durable: true });
  database = await openPostgres(server.url);
  questionId = await prepareInstance(database);
  const shared = { DATABASE_URL: server.url, NEXTAUTH_SECRET: "the same for both of the processes" };
  // As behind a proxy, whose ids of requests the log keeps.
  env = { PARLEY_DEMO: "off", LOG_LEVEL: "info", PARLEY_TRUSTED_PROXIES: "1", ...shared };
});
afterAll(async () => {
  await database.close();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

const serve = () => serveParley({ directory, env });

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await isSo()); attempt++) {
    if (attempt > 12_000) throw new Error("It did not come to be so.");
    await sleep(10);
  }
}

async function signedIn({ origin }: ServedParley): Promise<Map<string, string>> {
  const sessions = new Map<string, string>();
  for (const person of PEOPLE) sessions.set(person, await sessionOf(origin, person));
  return sessions;
}

function takesConnections({ origin }: ServedParley): Promise<boolean> {
  return new Promise((told) => {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    socket.once("connect", () => told(true)).once("error", () => told(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** Lets nobody's forecast be written until let go; resolves once every forecaster's waits for that. */
async function holdForecasts(): Promise<() => Promise<void>> {
  const letGo = Promise.withResolvers<void>();
  const isHeld = Promise.withResolvers<void>();
  const holding = database.alone(async (run) => {
    await run("BEGIN");
    await run("LOCK TABLE forecasts IN EXCLUSIVE MODE");
    isHeld.resolve();
    await letGo.promise;
    await run("COMMIT");
  });
  await isHeld.promise;
  await until(async () => {
    const [row] = await database.run(
      "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
    );
    return Number(row?.waiting) >= FORECASTERS;
  });
  return async () => {
    letGo.resolve();
    await holding;
  };
}

/** The ids of the requests that a server took, by its log. */
function loggedIds({ log }: ServedParley): string[] {
  return log().flatMap((line) => {
    const { msg, requestId } = JSON.parse(line) as { msg?: string; requestId?: string };
    return msg === "answered" && requestId ? [requestId] : [];
  });
}

/** Ends a server while every forecaster waits for an answer, and more is read; gives all that was asked, and what failed of it. */
async function endUnderLoad(signal: "SIGTERM" | "SIGKILL") {
  const parley = await serve();
  const crowd = { sessions: await signedIn(parley), questionId, forecasters: FORECASTERS, readers: READERS };
  const clients = steadyClients({ ...crowd, origins: [parley.origin] });
  await until(() => clients.whole() >= 100);
  const letGo = await holdForecasts();
  const underWay = clients.asked().filter(({ path, end }) => end === "under way" && path.includes("forecast.submit"));
  const toldAt = performance.now();
  const stopped = parley.stop(signal);
  await until(async () => !(await takesConnections(parley)));
  // As it comes from a service manager that tells every process, and from the one that started this one.
  const again = parley.stop(signal);
  await sleep(HEARD_MS);
  await letGo();
  const status = await stopped;
  await again;
  const ms = Math.round(performance.now() - toldAt);
  const asked = await clients.ended();
  const taken = new Set([...underWay.map(({ id }) => id), ...loggedIds(parley)]);
  return { status, ms, asked, underWay, failed: failedOf(asked, taken) };
}

const acknowledgedOf = (asked: readonly Asked[]) => asked.flatMap(({ submission }) => submission ?? []);

describe("D6: a server that is told to stop under load", () => {
  test("answers all that it took, loses nothing that it acknowledged, and ends with status 0", async () => {
    const { status, ms, asked, underWay, failed } = await endUnderLoad("SIGTERM");
    const unanswered = asked.filter(({ end }) => end === "none").length;
    console.log(`D6: ${asked.length} requests, ${failed.length} failed, ${unanswered} refused; ended after ${ms} ms`);
    expect(underWay.length).toBe(FORECASTERS);
    expect(failed).toEqual([]);
    expect(status).toBe(0);
    const acknowledged = acknowledgedOf(asked);
    expect(acknowledged.length).toBeGreaterThan(FORECASTERS);
    expect(await lostOf(database, acknowledged)).toEqual([]);
    await expectNothingHalfDone(database, questionId);
  });

  test("is seen to fail them when it is killed instead: those who waited get no answer", async () => {
    const { status, underWay, failed } = await endUnderLoad("SIGKILL");
    expect(status).toBeNull();
    expect(failed.map(({ id }) => id)).toEqual(expect.arrayContaining(underWay.map(({ id }) => id)));
  });
});

test("D6: of two servers on one Postgres, one answers everything while the other is stopped", async () => {
  const [first, second] = [await serve(), await serve()];
  const crowd = { sessions: await signedIn(first), questionId, forecasters: FORECASTERS, readers: READERS };
  const clients = steadyClients({ ...crowd, origins: [first.origin, second.origin] });
  await until(() => clients.whole() >= 100);
  expect(await first.stop()).toBe(0);
  const before = clients.whole();
  await until(() => clients.whole() >= before + 100);
  const asked = await clients.stop();
  const taken = new Set([...loggedIds(first), ...loggedIds(second)]);
  expect(failedOf(asked, taken)).toEqual([]);
  // The one that went on refused nobody.
  expect(asked.filter(({ origin, end }) => origin === second.origin && end !== "whole")).toEqual([]);
  expect((await fetch(`${second.origin}/readyz`)).status).toBe(200);
  expect(await lostOf(database, acknowledgedOf(asked))).toEqual([]);
  await second.stop();
});
