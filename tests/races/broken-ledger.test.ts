import { afterEach, beforeEach, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import type { Database, Db } from "#db/client.ts";
import { grantCredits } from "#tests/support/as-requested.ts";
import { lockingInAnyOrder } from "#tests/support/broken-database.ts";
import { job, someone } from "#tests/support/people.ts";
import { secondPool } from "#tests/support/second-pool.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";
import { deadlocksDuring } from "./deadlocks.ts";

const AT_ONCE = 8;

let database: Database;
let userId: string;
beforeEach(async () => {
  database = await testDatabase();
  userId = (await someone(database.prisma)).actor.id;
});
afterEach(() => database.close());

const grant = (db: Db) => grantCredits(job(db), { userId, amountMicros: CREDIT, reason: "A test needs it." });

/** Grants to one person at once: all of them need the house's account and the person's. */
async function grantAtOnce(db: Db): Promise<void> {
  const sent = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => grant(db)));
  for (const result of sent)
    if (result.status === "rejected" && !(result.reason instanceof DomainError)) throw result.reason;
}

test("what M2 would catch: a cached balance that does not follow the entries", async () => {
  await grant(database.prisma);
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
  await database.run("ALTER TABLE ledger_entries DISABLE TRIGGER add_to_balances");
  await grant(database.prisma);
  // The person's and the house's.
  expect(await ledgerFaults(database.prisma)).toEqual({ ...NO_FAULTS, stale: 2n });
});

test("what M2 would catch: a cached balance that follows the entries twice", async () => {
  await database.run(`CREATE TRIGGER add_again AFTER INSERT ON ledger_entries REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION add_entries_to_balances()`);
  await grant(database.prisma);
  expect(await ledgerFaults(database.prisma)).toEqual({ ...NO_FAULTS, stale: 2n });
});

test("M11, and what it would catch: accounts that are locked in any order, where the one order has no deadlock", async () => {
  const [row] = await database.run("SELECT current_database() AS name");
  // Connections from here on give up waiting for each other sooner.
  await database.run(`ALTER DATABASE ${row?.name} SET deadlock_timeout = '20ms'`);
  const pool = await secondPool(database);
  expect(await deadlocksDuring([pool], () => grantAtOnce(pool.prisma))).toBe(0);
  expect(await deadlocksDuring([pool], () => grantAtOnce(lockingInAnyOrder(pool.prisma)))).toBeGreaterThan(0);
  await pool.close();
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});
