import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database, Tx } from "#db/client.ts";
import { lockAccounts, lockRows, takeLock } from "#db/locks.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const FIRST = "00000000-0000-4000-8000-000000000001";
const SECOND = "00000000-0000-4000-8000-000000000002";
const within = (work: (tx: Tx) => Promise<unknown>) => database.prisma.$transaction(work);

test("locks taken from the top of the order down, and of one kind by ascending id, are taken", async () => {
  await within(async (tx) => {
    await takeLock(tx, "slug");
    await lockRows(tx, "question", [SECOND, FIRST]);
    await lockAccounts(tx, ["person:b", "house"]);
    await takeLock(tx, "scoreTables");
    // What is held already is no new lock.
    await lockRows(tx, "question", [FIRST]);
    await lockAccounts(tx, ["house"]);
  });
});

test("a lock that comes against the order is refused, before anybody waits for it", async () => {
  const against = [
    async (tx: Tx) => {
      await takeLock(tx, "scoreTables");
      await lockRows(tx, "question", [FIRST]);
    },
    async (tx: Tx) => {
      await lockRows(tx, "question", [SECOND]);
      await lockRows(tx, "question", [FIRST]);
    },
    async (tx: Tx) => {
      await lockAccounts(tx, ["person:a"]);
      await lockAccounts(tx, ["house"]);
    },
  ];
  for (const work of against) await expect(within(work)).rejects.toThrow("against the order");
});
