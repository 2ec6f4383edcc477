import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUSE, personAccount } from "#core/ledger/account-ids.ts";
import type { Database } from "#db/client.ts";
import { lockAccounts } from "#db/locks.ts";
import { postTransactions } from "#services/ledger/post-transactions.ts";
import { wholeStatement } from "#services/ledger/statement.ts";
import { transact } from "#services/transact.ts";
import { statement } from "#tests/support/as-requested.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Person = Awaited<ReturnType<typeof someone>>;

async function grantOften(person: Person, times: number): Promise<void> {
  const account = personAccount(person.actor.id);
  await transact(person, async (tx) => {
    await lockAccounts(tx, [HOUSE, account]);
    const moves = [
      { accountId: account, micros: 7n },
      { accountId: HOUSE, micros: -7n },
    ];
    const grants = Array.from({ length: times }, () => ({ kind: "grant" as const, moves }));
    await postTransactions(tx, grants);
  });
}

/** How many rows of the ledger the database has read so far, by its own count. Exact where there is one connection. */
async function rowsRead(): Promise<number> {
  await database.run("SELECT pg_stat_force_next_flush()");
  const [row] = await database.run(
    "SELECT seq_tup_read + idx_tup_fetch AS rows FROM pg_stat_user_tables WHERE relname = 'ledger_entries'",
  );
  return Number(row?.rows);
}

/** The rows that the database reads for something. */
async function work(read: () => Promise<unknown>): Promise<number> {
  const before = await rowsRead();
  await read();
  return (await rowsRead()) - before;
}

async function readWhole(person: Person): Promise<bigint[]> {
  const balances: bigint[] = [];
  for await (const { balanceMicros } of wholeStatement(person)) balances.push(balanceMicros);
  return balances;
}

/** The statement as a page after another, which adds up what is later for each page anew. */
async function readByPages(person: Person): Promise<bigint[]> {
  const balances: bigint[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof statement>> = await statement(person, {
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    balances.push(...page.items.map(({ balanceMicros }) => BigInt(balanceMicros)));
    cursor = page.nextCursor;
  } while (cursor);
  return balances;
}

test("a statement says what was left after each entry, page by page and as a whole", async () => {
  const ada = await someone(database.prisma);
  await grantOften(ada, 1_100);
  const expected = Array.from({ length: 1_100 }, (_, i) => 7n * BigInt(1_100 - i));
  expect(await readWhole(ada)).toEqual(expected);
  expect(await readByPages(ada)).toEqual(expected);
});

test.runIf(process.env.PARLEY_TEST_ON === "embedded")(
  "a whole statement of four times the length reads four times the rows, and page by page many more",
  async () => {
    const [short, long] = [await someone(database.prisma), await someone(database.prisma)];
    await grantOften(short, 500);
    await grantOften(long, 2_000);
    await database.run("ANALYZE ledger_entries");
    const [few, many] = [await work(() => readWhole(short)), await work(() => readWhole(long))];
    expect(few).toBeGreaterThanOrEqual(500);
    expect(many).toBeLessThan(5 * few);
    const [fewByPages, manyByPages] = [await work(() => readByPages(short)), await work(() => readByPages(long))];
    expect(manyByPages).toBeGreaterThan(8 * fewByPages);
  },
);
