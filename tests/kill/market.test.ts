import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { chainFaults, holdingFaults } from "#tests/races/price-chain.ts";
import { aCrowd, type Crowd } from "#tests/races/trading-crowd.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

const CYCLES = 20;
const SEED = `killed ${Date.now()}`;

let server: PostgresServer;
let crowd: Crowd;
beforeAll(async () => {
  console.log(`seed: ${SEED}`);
  server = await startPostgres({ durable: true });
  const database = await openPostgres(server.url);
  await migrate(database);
  crowd = await aCrowd(database, 20, 6);
  await database.close();
});
afterAll(() => server.stop());

/** Starts a process that acts, and kills it (or Postgres under it) after a chance number of acknowledged acts. Gives what was acknowledged. */
async function cycle(kind: "trade" | "settle", number: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const child: ChildProcess = spawn(
    process.execPath,
    ["tests/kill/trading-process.ts", kind, `${SEED} ${kind} ${number}`],
    {
      env: { ...process.env, DATABASE_URL: server.url, LOG_LEVEL: "silent" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const exit = new Promise((done) => child.once("exit", done));
  const enough = randomInt(3, kind === "trade" ? 40 : 8);
  const reached = new Promise<void>((done, fail) => {
    createInterface({ input: child.stdout! }).on("line", (line) => {
      if (line !== "ready") acknowledged.push(line);
      if (acknowledged.length >= enough) done();
    });
    child.once("exit", () => fail(new Error("The process ended before it was killed.")));
  });
  await reached;
  await sleep(randomInt(20));
  if (number % 3 === 2) {
    await server.kill();
    child.kill("SIGKILL");
    await exit;
    await server.start();
  } else {
    child.kill("SIGKILL");
    await exit;
  }
  return acknowledged;
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openPostgres(server.url);
  try {
    // What a killed process left open is rolled back as soon as its connection is seen to be gone.
    for (let attempt = 0; attempt < 100; attempt++) {
      const [row] = await database.run(
        "SELECT count(*)::int AS left FROM pg_stat_activity WHERE xact_start IS NOT NULL AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
      );
      if (row?.left === 0) break;
      await sleep(50);
    }
    return await work(database);
  } finally {
    await database.close();
  }
}

test(`D1, D2 of the market: no acknowledged trade is lost and none half done when its process or Postgres is killed, ${CYCLES} times`, async () => {
  let total = 0;
  for (let number = 0; number < CYCLES; number++) {
    const acknowledged = await cycle("trade", number);
    total += acknowledged.length;
    await withDatabase(async ({ prisma }) => {
      expect(await ledgerFaults(prisma)).toEqual(NO_FAULTS);
      expect(await holdingFaults(prisma)).toEqual([]);
      const ids = acknowledged.map((line) => line.split(" ").at(-1) ?? "");
      const found =
        (await prisma.trade.count({ where: { id: { in: ids } } })) +
        (await prisma.limitOrder.count({ where: { id: { in: ids } } }));
      expect(found).toBe(ids.length);
    });
  }
  console.log(`${total} acknowledged acts in ${CYCLES} cycles`);
  await withDatabase(async ({ prisma }) => {
    for (const { id } of crowd.markets) expect(await chainFaults(prisma, id)).toEqual([]);
  });
});

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
    await cycle("settle", number);
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
