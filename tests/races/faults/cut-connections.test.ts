import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { PrismaClient } from "#db/generated/client.ts";
import { withoutEarlierTrades } from "#tests/support/broken-database.ts";
import { someone } from "#tests/support/people.ts";
import { type Fate, type PostgresProxy, postgresProxy } from "#tests/support/postgres-proxy.ts";
import { urlOf } from "#tests/support/second-pool.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aMarket, aTrader } from "#tests/support/trading.ts";
import { untilNothingRuns } from "#tests/support/until-nothing-runs.ts";
import { bookFaults, effectFaults, type Sent, sendUntilDone } from "./keyed-acts.ts";

/** Promise D4: a connection that is cut, or falls silent, before or after a commit costs an answer, never a second effect. */
const CUTS = 500;
const PEOPLE = 8;
const MARKETS = 4;
const POOL = 10;

let database: Database;
let proxy: PostgresProxy;
let questionIds: string[];
let people: Awaited<ReturnType<typeof aTrader>>[];
beforeAll(async () => {
  database = await testDatabase();
  proxy = await postgresProxy(await urlOf(database));
  const moderator = await someone(database.prisma, "moderator");
  questionIds = [];
  people = [];
  for (let i = 0; i < MARKETS; i++) questionIds.push((await aMarket(database.prisma, moderator)).id);
  for (let i = 0; i < PEOPLE; i++) people.push(await aTrader(database.prisma));
});
afterAll(async () => {
  await proxy.close();
  await database.close();
});

let keys = 0;
/** The next forecast or trade of somebody. */
function nextOf(i: number) {
  const number = ++keys;
  const kind = number % 2 === 0 ? ("forecast" as const) : ("trade" as const);
  return { kind, key: `cut-${number}`, questionId: questionIds[(number + i) % MARKETS] ?? "" };
}

/** Cuts so many connections: every second commit and every eleventh of the other statements, at each of the moments there are. */
function cutting(most: number): { counts: Record<string, number> } {
  const counts: Record<string, number> = { commits: 0, others: 0, cuts: 0, late: 0 };
  const moments: Fate[] = ["cut before", "cut during", "cut after"];
  proxy.decide(({ text }) => {
    if (counts.cuts === most) return undefined;
    const isCommit = /^commit/i.test(text);
    const count = isCommit ? ++counts.commits! : ++counts.others!;
    if (count % (isCommit ? 2 : 11) === 0) {
      const moment = moments[counts.cuts! % 3] as Fate;
      counts.cuts!++;
      counts[`${isCommit ? "commit" : "other"} ${moment}`] =
        (counts[`${isCommit ? "commit" : "other"} ${moment}`] ?? 0) + 1;
      return moment;
    }
    if (count % 13 !== 0) return undefined;
    counts.late!++;
    return "late";
  });
  return { counts };
}

/** What fails on a pool that must answer at the first try, on as many connections as it has and no more. */
async function poolFaults(db: Database): Promise<string[]> {
  const asked = Array.from({ length: POOL }, () =>
    db.prisma.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(0.05)::text`),
  );
  const failed = (await Promise.allSettled(asked)).flatMap((end) =>
    end.status === "rejected" ? [String(end.reason)] : [],
  );
  return db.pool().open > POOL ? [...failed, `${db.pool().open} connections`] : failed;
}

describe("D4", () => {
  test(`${CUTS} connections cut among forecasts and trades leave each key with one effect, and the pool whole`, async () => {
    const db = await openPostgres(proxy.url);
    const { counts } = cutting(CUTS);
    const sent: Sent[] = [];
    const acting = people.map(async (person, i) => {
      while ((counts.cuts ?? 0) < CUTS) sent.push(await sendUntilDone(person, db.prisma, nextOf(i)));
    });
    await Promise.all(acting);
    proxy.decide(() => undefined);
    await untilNothingRuns(database);
    console.log(`D4: ${sent.length} acts, ${sent.filter(({ times }) => times > 1).length} sent again`, counts);
    expect(await effectFaults(database, sent)).toEqual([]);
    expect(await bookFaults(database, questionIds)).toEqual([]);
    expect(await poolFaults(db)).toEqual([]);
    await db.close();
  });

  test("it is seen when a key is not looked up: a trade whose answer was lost is made twice", async () => {
    await database.run("DROP INDEX trades_user_id_idempotency_key_key");
    const db = await openPostgres(proxy.url);
    let isCut = false;
    proxy.decide(({ text }) => {
      if (isCut || !/^commit/i.test(text)) return undefined;
      isCut = true;
      return "cut after";
    });
    const [person] = people;
    const trade = { kind: "trade", key: "made-twice", questionId: questionIds[0] ?? "" } as const;
    const sent = await sendUntilDone(person!, withoutEarlierTrades(db.prisma), trade);
    expect(sent.times).toBe(2);
    expect(await effectFaults(database, [sent])).toEqual([expect.stringContaining("2 effects")]);
    await db.close();
  });
});

describe("D4: a database that falls silent with its connections open", () => {
  const SOON = { connectionMs: 1_000, answerMs: 1_000, pingMs: 500 };

  /** Lets the first statement of each transaction through, and nothing after it, until told. */
  function silencing() {
    let silenced = 0;
    let isOver = false;
    proxy.decide(({ text }) => {
      if (isOver || /^begin/i.test(text)) return undefined;
      silenced++;
      return "silent";
    });
    return {
      count: () => silenced,
      end: () => {
        isOver = true;
      },
    };
  }

  test("lets go of them: whoever asks again is answered, with one effect", async () => {
    const db = await openPostgres(proxy.url, SOON);
    const silence = silencing();
    const sending = people.map((person, i) => sendUntilDone(person, db.prisma, nextOf(i)));
    while (silence.count() < PEOPLE) await sleep(5);
    silence.end();
    const sent = await Promise.all(sending);
    expect(sent.every(({ times }) => times > 1)).toBe(true);
    await untilNothingRuns(database);
    expect(await effectFaults(database, sent)).toEqual([]);
    expect(await poolFaults(db)).toEqual([]);
    await db.close();
  });

  /** Fills a pool with idle connections, lets all of them fall silent, and gives it back once new ones are answered. */
  async function poolOfSilentOnes(notice: (db: Database) => Promise<unknown>): Promise<Database> {
    const db = await openPostgres(proxy.url, SOON);
    proxy.decide(() => undefined);
    expect(await poolFaults(db)).toEqual([]);
    proxy.setSilent(true);
    await notice(db);
    proxy.setSilent(false);
    return db;
  }

  test("and once that was noticed, nobody gets one of those that were idle", async () => {
    const db = await poolOfSilentOnes((silent) => expect(silent.ping()).rejects.toThrow());
    expect(await poolFaults(db)).toEqual([]);
    await db.close();
  });

  test("it is seen when idle ones are kept, since nobody asked whether the database is there", async () => {
    const db = await poolOfSilentOnes(async () => {});
    expect((await poolFaults(db)).join()).toContain("Query read timeout");
    await db.close();
  });

  test("it is seen when a pool keeps a silent connection: the next one who gets it is not answered", async () => {
    const pool = new pg.Pool({ connectionString: proxy.url, max: 1, query_timeout: SOON.answerMs });
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
    const silence = silencing();
    const ask = () => prisma.$transaction((tx) => tx.$queryRaw`SELECT 1`);
    await expect(ask()).rejects.toThrow("Query read timeout");
    silence.end();
    await expect(ask()).rejects.toThrow();
    await prisma.$disconnect();
    await pool.end();
  });
});
