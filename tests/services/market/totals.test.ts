import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { placeOrder, trade } from "#tests/support/as-requested.ts";
import { withoutBoardChange } from "#tests/support/broken-database.ts";
import { totalsFaults } from "#tests/support/ledger-totals.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, settledBy } from "#tests/support/trading.ts";

const LATER = new Date(Date.now() + 3_600_000);

let database: Database;
let people: Awaited<ReturnType<typeof aTrader>>[];
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
beforeEach(async () => {
  people = [await aTrader(database.prisma), await aTrader(database.prisma)];
});
afterAll(() => database.close());

/** A market in which both bought, one of them sold some again, and an order rests. */
async function tradedMarket(): Promise<string> {
  const { id: questionId } = await aMarket(database.prisma, moderator);
  const [ada, ben] = people as [(typeof people)[number], (typeof people)[number]];
  const yes = { questionId, outcome: 0, side: "yes" } as const;
  const no = { questionId, outcome: 0, side: "no" } as const;
  await trade(ada, { kind: "buy_budget", ...yes, budgetMicros: 30n * CREDIT, idempotencyKey: aKey() });
  await trade(ben, { kind: "buy_budget", ...no, budgetMicros: 50n * CREDIT, idempotencyKey: aKey() });
  await trade(ada, { kind: "sell_shares", ...yes, sharesMicros: 7n * CREDIT, idempotencyKey: aKey() });
  const order = { action: "buy", sharesMicros: 5n * CREDIT, limitMicros: 100_000n, idempotencyKey: aKey() } as const;
  await placeOrder(ben, { ...yes, ...order });
  return questionId;
}

test("M14: totals equal the ledger while a market is open, answered, answered otherwise and void", async () => {
  const [first, second] = [await tradedMarket(), await tradedMarket()];
  expect(await totalsFaults(database.prisma)).toEqual([]);
  for (const answer of ["yes", "no", null, "yes"]) {
    await settledBy(database.prisma, first, answer, LATER);
    expect(await totalsFaults(database.prisma), String(answer)).toEqual([]);
  }
  await settledBy(database.prisma, second, null, LATER);
  expect(await totalsFaults(database.prisma)).toEqual([]);
});

test.each(["added", "taken back"] as const)(
  "what M14 would catch: a board that misses what a settlement has %s",
  async (lost) => {
    const questionId = await tradedMarket();
    await settledBy(database.prisma, questionId, "yes", LATER);
    await settledBy(withoutBoardChange(database.prisma, lost), questionId, "no", LATER);
    const faults = people.map(({ actor }) => expect.stringContaining(`board of ${actor.name}`));
    expect(await totalsFaults(database.prisma)).toEqual(expect.arrayContaining(faults));
  },
);

test("what M14 would catch: a portfolio that misses a trade", async () => {
  await database.run(`
    CREATE FUNCTION miss() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
    CREATE TRIGGER miss BEFORE UPDATE ON positions FOR EACH ROW EXECUTE FUNCTION miss();`);
  await tradedMarket();
  const [seller] = people;
  const fault = expect.stringContaining(`portfolio of ${seller?.actor.name}`);
  expect(await totalsFaults(database.prisma)).toEqual(expect.arrayContaining([fault]));
});
