import type { RateLimiterRes } from "rate-limiter-flexible";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { limiter } from "#services/count-attempt.ts";
import { countWrite, WRITES } from "#services/count-write.ts";
import { type SharedCount, sharedCount } from "#services/shared-count.ts";
import { checkCredentials } from "#services/user/check-credentials.ts";
import { createUser } from "#services/user/create-user.ts";
import { anonymous, job } from "#tests/support/people.ts";
import { secondPool } from "#tests/support/second-pool.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise Z8: limits hold in all processes together. Each pool stands for a process, with what it remembers by itself. */
let pools: Database[];
beforeAll(async () => {
  const first = await testDatabase();
  pools = [first, await secondPool(first), await secondPool(first)];
});
afterAll(async () => {
  const [first, ...others] = pools;
  for (const pool of others) await pool.close();
  await first?.close();
});
beforeEach(async () => {
  await pools[0]?.prisma.rateLimit.deleteMany();
});

const from = (pool: Database, address: string) => ({ ...anonymous(pool.prisma), address });
let addresses = 0;
const anAddress = () => `192.0.2.${++addresses}`;
const accepted = async (work: Promise<unknown>) =>
  work.then(
    () => 1,
    (error: unknown) => {
      expect(error).toMatchObject({ code: "writes_must_stay_within_limit", state: { remaining: 0 } });
      return 0;
    },
  );
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const MORE = WRITES.quota + 100;

describe("Z8: changes in three processes at once", () => {
  test("are let through as often as one person may, give or take one for each process", async () => {
    const address = anAddress();
    const each = Array.from({ length: MORE }, (_, i) => pools[i % pools.length] as Database);
    const through = sum(await Promise.all(each.map((pool) => accepted(countWrite(from(pool, address))))));
    expect(Math.abs(through - WRITES.quota)).toBeLessThanOrEqual(pools.length - 1);
  });

  test("one after the other are let through as often as one person may, give or take one for each process", async () => {
    const address = anAddress();
    let through = 0;
    for (let i = 0; i < MORE; i++) through += await accepted(countWrite(from(pools[i % 2] as Database, address)));
    // The third has not been asked yet; it may let one through before it knows.
    for (let i = 0; i < 5; i++) through += await accepted(countWrite(from(pools[2] as Database, address)));
    expect(Math.abs(through - WRITES.quota)).toBeLessThanOrEqual(1);
  });

  test("are counted for each person by themselves, signed in or not", async () => {
    const [pool] = pools as [Database];
    const person = { kind: "user", id: crypto.randomUUID(), name: "ada", role: "forecaster" } as const;
    const [address, other] = [anAddress(), anAddress()];
    for (let i = 0; i < WRITES.quota; i++) await countWrite({ ...from(pool, address), actor: person });
    expect(await accepted(countWrite({ ...from(pool, other), actor: person }))).toBe(0);
    expect(await accepted(countWrite(from(pool, address)))).toBe(1);
  });
});

describe("the count of a process", () => {
  const limit = { name: "test", quota: 20, seconds: 60 };
  let statements = 0;
  const counting = (pool: Database, key: string): SharedCount =>
    sharedCount(limit, async (points) => {
      statements++;
      return limiter(pool.prisma, limit)
        .consume(key, points)
        .catch((refusal: RateLimiterRes) => refusal);
    });
  const letThrough = async (count: SharedCount) => ((await count.count()).isTooMany ? 0 : 1);

  test("sends together what comes together, and asks nothing once the limit is reached", async () => {
    const [pool] = pools as [Database];
    const count = counting(pool, anAddress());
    statements = 0;
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => letThrough(count)));
    expect(sum(outcomes)).toBe(limit.quota);
    expect(statements).toBeLessThanOrEqual(2);
    const before = statements;
    for (let i = 0; i < 50; i++) expect(await letThrough(count)).toBe(0);
    expect(statements).toBe(before);
  });

  test("does not wait for the database while little has been counted", async () => {
    const { promise, resolve } = Promise.withResolvers<RateLimiterRes>();
    const count = sharedCount(limit, () => promise);
    expect(await count.count()).toMatchObject({ isTooMany: false, state: { remaining: 19 } });
    resolve({ consumedPoints: 1, msBeforeNext: 1_000, remainingPoints: 19, isFirstInDuration: true } as RateLimiterRes);
  });

  test("begins anew when the time of the limit is over", async () => {
    const full = { consumedPoints: 20, msBeforeNext: 0 } as RateLimiterRes;
    const count = sharedCount(limit, async () => full);
    for (let i = 0; i < 3; i++) expect(await letThrough(count)).toBe(1);
  });

  test("that each process keeps to itself lets through too many, and that is seen", async () => {
    const alone = pools.map((pool, i) => counting(pool, `alone ${i}`));
    const each = Array.from({ length: 100 }, (_, i) => alone[i % alone.length] as SharedCount);
    expect(sum(await Promise.all(each.map(letThrough)))).toBe(limit.quota * pools.length);
  });
});

test("A9: tries to sign in that come at once by three processes are checked ten times and no more", async () => {
  const password = "correct horse battery";
  const [first] = pools as [Database];
  await createUser(job(first.prisma), { name: "ada", email: "ada@example.org", password, role: "forecaster" });
  const tries = Array.from({ length: 45 }, (_, i) => {
    const { prisma: db } = pools[i % pools.length] as Database;
    return checkCredentials({ db }, { email: "ada@example.org", password: "a guess" }, { address: "192.0.2.200" }).then(
      () => 1,
      () => 0,
    );
  });
  expect(sum(await Promise.all(tries))).toBe(10);
});
