import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres } from "#db/client.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { killCycles, killParley, type Strike } from "./kill-cycles.ts";
import { prepareInstance } from "./prepare-instance.ts";
import { expectNothingHalfDone, lostOf } from "./stored.ts";

const CYCLES = 20;

const directory = mkdtempSync(join(tmpdir(), "parley-killed-"));
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ durable: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** The database server dies and comes back; Parley lives on, and must find it again by itself. */
const killPostgres: Strike = async (parley) => {
  await server.kill();
  await sleep(200);
  await server.start();
  return parley;
};

/** The whole machine, so to say. */
const killBoth: Strike = async (parley, serveAgain) => {
  await server.kill();
  await parley.stop("SIGKILL");
  await server.start();
  return serveAgain();
};

async function anInstance(name: string) {
  const maintenance = await openPostgres(server.url);
  await maintenance.run(`CREATE DATABASE ${name}`);
  await maintenance.close();
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const database = await openPostgres(url);
  const questionId = await prepareInstance(database);
  await database.close();
  return { directory, env: { DATABASE_URL: url }, questionId, url };
}

describe("acknowledged forecasts", () => {
  test(`D1, D2: none is lost or half done when Parley, Postgres or both are killed, ${CYCLES} times`, async () => {
    const instance = await anInstance("durable");
    const strikes = [killParley, killPostgres, killBoth];
    const submissions = await killCycles(instance, CYCLES, (cycle) => strikes[cycle % strikes.length]!);

    const after = await openPostgres(instance.url);
    console.log(
      `Postgres: ${submissions.filter((s) => s.acknowledgedId).length} of ${submissions.length} acknowledged`,
    );
    expect(submissions.length).toBeGreaterThan(CYCLES * 4);
    expect(await lostOf(after, submissions)).toEqual([]);
    await expectNothingHalfDone(after, instance.questionId);
    await after.close();
  });

  test("are seen to be lost by this test when Postgres answers before it has written", async () => {
    const instance = await anInstance("forgetful");
    const maintenance = await openPostgres(server.url);
    await maintenance.run("ALTER DATABASE forgetful SET synchronous_commit = off");
    await maintenance.run("ALTER SYSTEM SET wal_writer_delay = '10s'");
    await maintenance.run("ALTER SYSTEM SET wal_writer_flush_after = '1GB'");
    await maintenance.run("SELECT pg_reload_conf()");
    await maintenance.close();
    await expect(killCycles(instance, 1, () => killBoth)).rejects.toThrow(/^expected .* to be /);
  });
});
