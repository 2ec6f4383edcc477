import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAX_MICROS } from "#core/ledger/micros.ts";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { microsInput, microsOutput } from "#services/ledger/amount.ts";
import { SEED, times } from "#tests/support/chance.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

const CASES = times(10_000);

let database: Database;
let admin: Awaited<ReturnType<typeof someone>>;
let ada: typeof admin;
beforeAll(async () => {
  console.log(`seed: ${SEED}`);
  database = await testDatabase();
  [admin, ada] = [await someone(database.prisma, "admin"), await someone(database.prisma)];
});
afterAll(() => database.close());

/** Amounts of every size: half of them are beyond what a number keeps. */
const amounts = fc.oneof(fc.bigInt(1n, 2n ** 53n), fc.bigInt(2n ** 53n, MAX_MICROS));

/** Amounts that do not come through an interface as they went in. */
function firstLost(through: (text: string) => string): string | undefined {
  const intact = fc.property(amounts, (micros) => through(String(micros)) === String(micros));
  return fc.check(intact, { numRuns: CASES, seed: SEED }).counterexample?.map(String)[0];
}

/** Gives, or takes, an amount by SQL text, since no grant is as large. */
async function writeGrant(userId: string, micros: bigint): Promise<void> {
  const id = crypto.randomUUID();
  await database.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO ledger_transactions (id, kind) VALUES (${id}::uuid, 'grant')`;
    await tx.$executeRaw`
      INSERT INTO ledger_entries (transaction_id, position, account_id, amount_micros)
      VALUES (${id}::uuid, 0, 'house', ${-micros}), (${id}::uuid, 1, ${`person:${userId}`}, ${micros})`;
  });
}

test(`M13: of ${CASES} amounts up to 2⁶³ − 1, each is told through the API as the text that it was sent as`, () => {
  expect(firstLost((text) => microsOutput.parse(microsInput().parse(text)))).toBeUndefined();
});

test("what M13 would catch: an interface that reads, or tells, an amount as a number", () => {
  expect(firstLost((text) => microsOutput.parse(BigInt(Number(text))))).toBeDefined();
  expect(firstLost((text) => String(JSON.parse(JSON.stringify(Number(microsInput().parse(text))))))).toBeDefined();
});

test("M13: amounts up to 2⁶³ − 1 are in a statement to the micro", async () => {
  const large = [
    MAX_MICROS,
    2n ** 53n + 1n,
    ...fc.sample(fc.bigInt(2n ** 53n, MAX_MICROS), { numRuns: times(20), seed: SEED }),
  ];
  const written = large.flatMap((amount) => [amount, -amount]);
  for (const micros of written) await writeGrant(ada.actor.id, micros);
  const { items } = await createCaller(ada).ledger.statement({ limit: 100 });
  expect(items.map(({ amountMicros }) => amountMicros).reverse()).toEqual(written.map(String));
});

test("M13: an amount beyond what there can be is a bad request at every procedure that takes one", async () => {
  const { id: questionId } = await aMarket(database.prisma, await someone(database.prisma, "moderator"));
  const caller = createCaller(admin);
  const stake = { questionId, outcome: 0, side: "yes" } as const;
  const beyond = fc.oneof(fc.bigInt(MAX_MICROS + 1n, 10n ** 30n), fc.bigInt(-MAX_MICROS, 0n));
  for (const micros of fc.sample(beyond, { numRuns: times(40), seed: SEED }).map(String)) {
    const keyed = { ...stake, idempotencyKey: aKey() };
    const sent = [
      caller.ledger.grant({ userId: ada.actor.id, amountMicros: micros, reason: "Too much." }),
      caller.market.quote({ kind: "buy_shares", ...stake, sharesMicros: micros }),
      caller.market.trade({ kind: "buy_shares", ...keyed, sharesMicros: micros }),
      caller.market.trade({ kind: "buy_budget", ...keyed, budgetMicros: "1", minSharesMicros: micros }),
      caller.market.trade({ kind: "sell_shares", ...keyed, sharesMicros: micros }),
      caller.market.trade({
        kind: "toward",
        questionId,
        outcome: 0,
        idempotencyKey: aKey(),
        probability: 0.5,
        budgetMicros: micros,
      }),
      caller.market.placeOrder({ ...keyed, action: "buy", sharesMicros: micros, limitMicros: "500000" }),
      caller.market.placeOrder({ ...keyed, action: "buy", sharesMicros: "1000", limitMicros: micros }),
      caller.market.open({ questionId, liquidityMicros: micros }),
    ];
    for (const refused of sent) await expect(refused, micros).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});

test("M13: a sum beyond what there can be is a bad request, and changes nothing", async () => {
  const ben = await someone(database.prisma);
  const house = await database.prisma.ledgerAccount.findUniqueOrThrow({ where: { id: "house" } });
  const most = MAX_MICROS + house.balanceMicros - 5n;
  await writeGrant(ben.actor.id, most);
  const more = createCaller(admin).ledger.grant({ userId: ben.actor.id, amountMicros: "7", reason: "One too many." });
  await expect(more).rejects.toMatchObject({ code: "BAD_REQUEST", cause: { code: "amount_must_be_in_credits" } });
  expect(await createCaller(ben).ledger.balance()).toMatchObject({ balanceMicros: String(most) });
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});
