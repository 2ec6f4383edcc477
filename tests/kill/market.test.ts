import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomSequence } from "#core/random/random-sequence.ts";
import { type Database, openPostgres } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { aCrowd, actAtOnce, type Crowd, randomAct } from "#tests/races/trading-crowd.ts";
import { SEED, times } from "#tests/support/chance.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";
import { untilNothingRuns } from "#tests/support/until-nothing-runs.ts";

const CYCLES = times(20);
/** What the markets are settled of. */
const ACTS = 300;
const DRAW = `killed ${SEED}`;

let server: PostgresServer;
let crowd: Crowd;
beforeAll(async () => {
  console.log(`seed: ${DRAW}`);
  server = await startPostgres({ durable: true });
  const database = await openPostgres(server.url);
  await migrate(database);
  crowd = await aCrowd(database, 20, 6);
  const chance = randomSequence(DRAW);
  await actAtOnce(ACTS, 4, () => randomAct(crowd, chance, database.prisma));
  await database.close();
});
afterAll(() => server.stop());

/** Starts a process that settles markets, and kills it (or Postgres under it) after a chance number of settlements. */
async function cycle(number: number): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, ["tests/kill/settling-process.ts", `${DRAW} ${number}`], {
    env: { ...process.env, DATABASE_URL: server.url, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = new Promise((done) => child.once("exit", done));
  const enough = randomInt(3, 8);
  let settled = 0;
  await new Promise<void>((done, fail) => {
    createInterface({ input: child.stdout! }).on("line", () => {
      if (++settled >= enough) done();
    });
    child.once("exit", () => fail(new Error("The process ended before it was killed.")));
  });
  await sleep(randomInt(20));
  if (number % 3 === 2) await server.kill();
  child.kill("SIGKILL");
  await exit;
  if (number % 3 === 2) await server.start();
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openPostgres(server.url);
  try {
    await untilNothingRuns(database);
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Questions whose answer is not the one that their market was settled by, or whose market still holds credits. */
const tornApart = (database: Database) =>
  database.run(`
  SELECT m.question_id FROM markets m
    LEFT JOIN final_resolutions f ON f.question_id = m.question_id
    LEFT JOIN LATERAL (SELECT resolution_id FROM market_settlements s WHERE s.question_id = m.question_id ORDER BY number DESC LIMIT 1) s ON true
    JOIN ledger_accounts a ON a.id = m.account_id
  WHERE f.resolution_id IS DISTINCT FROM s.resolution_id OR (f.resolution_id IS NOT NULL AND a.balance_micros <> 0)`);

test(`R5: answer and payment are one when the settling process or Postgres is killed, ${CYCLES} times`, async () => {
  for (let number = 0; number < CYCLES; number++) {
    await cycle(number);
    await withDatabase(async (database) => {
      expect(await tornApart(database)).toEqual([]);
      expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
    });
  }
});

test("what this would catch: an answer that is final before its market is paid", async () => {
  await withDatabase(async (database) => {
    const [market] = crowd.markets;
    const { id } = await database.prisma.resolution.create({
      data: {
        questionId: market?.id ?? "",
        version: 1_000_000,
        voidReason: "flawed_question",
        effectiveAt: new Date(),
        knownAt: new Date(),
        challengeUntil: new Date(),
      },
    });
    const answer = { resolutionId: id, finalAt: new Date() };
    await database.prisma.finalResolution.upsert({
      where: { questionId: market?.id ?? "" },
      create: { questionId: market?.id ?? "", ...answer },
      update: answer,
    });
    expect(await tornApart(database)).toHaveLength(1);
  });
});
