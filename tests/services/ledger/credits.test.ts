import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { balance } from "#services/ledger/balance.ts";
import { payStipends } from "#services/ledger/pay-stipends.ts";
import { statementCsv } from "#services/ledger/statement-csv.ts";
import { signUp } from "#services/user/sign-up.ts";
import { grantCredits, setCreditSettings, statement } from "#tests/support/as-requested.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("a new person is given the welcome grant in the transaction that makes the account", async () => {
  const db = database.prisma;
  await signUp(anonymous(db), { name: "newcomer", email: "new@example.org", password: "a long enough password" });
  const { id, name } = await db.user.findUniqueOrThrow({ where: { nameKey: "newcomer" } });
  const person = { ...anonymous(db), actor: { kind: "user" as const, id, name, role: "admin" as const } };
  expect(await balance(person)).toEqual({ balanceMicros: 1000n * CREDIT, reservedMicros: 0n, owedMicros: 0n });
  expect((await statement(person, {})).items).toMatchObject([
    { kind: "welcome", amountMicros: 1000n * CREDIT, balanceMicros: 1000n * CREDIT },
  ]);
});

test("the weekly stipend is paid once a week to everybody, and only where it is switched on", async () => {
  const db = database.prisma;
  const [admin, ada] = [await someone(db, "admin"), await someone(db)];
  expect(await payStipends(job(db))).toBe(0);
  await setCreditSettings(admin, { welcomeMicros: 5n * CREDIT, isStipendOn: true, stipendMicros: 7n * CREDIT });
  expect(await payStipends(job(db))).toBeGreaterThanOrEqual(2);
  expect(await payStipends(job(db))).toBe(0);
  expect((await balance(ada)).balanceMicros).toBe(7n * CREDIT);
  expect(await ledgerFaults(db)).toEqual(NO_FAULTS);
  await expect(payStipends(admin)).rejects.toMatchObject({ code: "actor_must_be_permitted" });
});

test("an admin grants credits with a reason and one audit row; nobody else may", async () => {
  const db = database.prisma;
  const [admin, moderator, ada] = [await someone(db, "admin"), await someone(db, "moderator"), await someone(db)];
  const grant = { userId: ada.actor.id, amountMicros: 3n * CREDIT, reason: "For a good find." };
  expect(await grantCredits(admin, grant)).toEqual({ balanceMicros: 3n * CREDIT });
  expect(await db.auditEntry.count({ where: { action: "grant-credits", subjectId: ada.actor.id } })).toBe(1);
  for (const other of [moderator, ada]) {
    await expect(grantCredits(other, grant)).rejects.toMatchObject({ code: "actor_must_be_permitted" });
  }
  await expect(grantCredits(admin, { ...grant, userId: crypto.randomUUID() })).rejects.toMatchObject({
    code: "subject_must_exist",
  });
});

test("M13: through the API an amount is text, exact beyond 2⁵³, and one beyond what there can be is a bad request", async () => {
  const db = database.prisma;
  const [admin, ada] = [await someone(db, "admin"), await someone(db)];
  const caller = createCaller(admin);
  const exact = "999999999999999";
  expect(await caller.ledger.grant({ userId: ada.actor.id, amountMicros: exact, reason: "A lot." })).toEqual({
    balanceMicros: exact,
  });
  await grantMore(ada.actor.id);
  expect(await createCaller(ada).ledger.balance()).toMatchObject({ balanceMicros: "9999999999999990" });
  const { id: questionId } = await aMarket(db, await someone(db, "moderator"));
  const buying = { kind: "buy_budget", questionId, outcome: 0, side: "yes", idempotencyKey: aKey() } as const;
  for (const budgetMicros of ["9223372036854775808", "99999999999999999999", "1e3", "-5", "0", "1.5"]) {
    await expect(createCaller(ada).market.trade({ ...buying, budgetMicros })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  }
});

/** Nine more grants of the greatest size. */
async function grantMore(userId: string): Promise<void> {
  for (let i = 0; i < 9; i++) {
    await grantCredits(job(database.prisma), { userId, amountMicros: 999_999_999_999_999n, reason: "Even more." });
  }
}

test("a statement's table defuses what a spreadsheet would run as a formula", async () => {
  const db = database.prisma;
  const ada = await aTrader(db, 5n);
  await grantCredits(job(db), { userId: ada.actor.id, amountMicros: CREDIT, reason: "=1+1" });
  const { csv } = await statementCsv(ada);
  expect(csv).toContain(",'=1+1,");
  expect(csv.split("\r\n")[0]).toBe("time,what,note,question,account,in,out,balance after");
});
