import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres } from "#db/client.ts";
import { times } from "#tests/support/chance.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { killCycles, killParley, type Strike } from "./kill-cycles.ts";
import { prepareInstance } from "./prepare-instance.ts";
import { expectNoTradeHalfDone, expectNothingHalfDone, lostOf } from "./stored.ts";
import { kindOf, type Send, sendForecast, sendInTurn } from "./submissions.ts";

const CYCLES = times(20);

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

const STRIKES = [killParley, killPostgres, killBoth];

async function anInstance(name: string, send: Send = sendForecast) {
  const maintenance = await openPostgres(server.url);
  await maintenance.run(`CREATE DATABASE ${name}`);
  await maintenance.close();
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const database = await openPostgres(url);
  const questionId = await prepareInstance(database);
  await database.close();
  return { directory, env: { DATABASE_URL: url }, questionId, url, send };
}

describe("acknowledged forecasts, trades and orders", () => {
  test(`D1, D2, M7: none is lost, half done or made twice when Parley, Postgres or both are killed, ${CYCLES} times`, async () => {
    const instance = await anInstance("durable", sendInTurn);
    const submissions = await killCycles(instance, CYCLES, (cycle) => STRIKES[cycle % STRIKES.length]!);

    const after = await openPostgres(instance.url);
    console.log(
      `Postgres: ${submissions.filter((s) => s.acknowledgedId).length} of ${submissions.length} acknowledged`,
    );
    const { forecast = [], trade = [], order = [] } = Object.groupBy(submissions, kindOf);
    // Of every six in a row one at least is of each kind.
    for (const each of [forecast, trade, order]) expect(each.length).toBeGreaterThanOrEqual(CYCLES / 2);
    expect(await lostOf(after, forecast)).toEqual([]);
    await expectNothingHalfDone(after, instance.questionId);
    await expectNoTradeHalfDone(after, instance.questionId, [...trade, ...order]);
    await after.close();
  });

  test("are seen to be lost by this test when the disk forgets what it said was written", async () => {
    const instance = await anInstance("forgetful");
    const forget = await server.remember();
    const forgetAll: Strike = async (parley, serveAgain) => {
      await server.kill();
      await parley.stop("SIGKILL");
      forget();
      await server.start();
      return serveAgain();
    };
    // What people signed in with is a row too, and the first that is missed.
    await expect(killCycles(instance, 1, () => forgetAll)).rejects.toThrow(/^(expected .* to be |Sign in to do this)/);
  });
});
