import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import { randomSequence } from "#core/random/random-sequence.ts";
import type { Database } from "#db/client.ts";
import { grantCredits, quote, trade } from "#tests/support/as-requested.ts";
import { meetingBefore, withoutEarlierTrades } from "#tests/support/broken-database.ts";
import { SEED, times } from "#tests/support/chance.ts";
import { meetingOf } from "#tests/support/meeting-of.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aMarket, aTrader, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

const ROUNDS = times(1_000);
const LIMITED = times(5_000);
const KEYS = times(1_000);
const TIMES = 5;
const DRAW = `limits ${SEED}`;

let database: Database;
let markets: string[];
beforeAll(async () => {
  console.log(`seed: ${DRAW}`);
  database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  markets = [];
  for (let i = 0; i < 8; i++) markets.push((await aMarket(database.prisma, moderator, { liquidity: 10_000n })).id);
});
afterAll(() => database.close());

const codeOf = (error: unknown) => {
  if (!(error instanceof DomainError)) throw error;
  return error.code;
};

test(`M3: of 2 to 16 requests at once that each spend somebody's last credits, exactly one is carried out, ${ROUNDS} times`, async () => {
  const chance = randomSequence(`${DRAW} M3`);
  const people = await Promise.all(Array.from({ length: 50 }, () => aTrader(database.prisma, 1n)));
  const wins: number[] = [];
  for (let from = 0; from < ROUNDS; from += people.length) {
    const spend = people.map(async (person, i) => {
      const { balanceMicros } = await database.prisma.ledgerAccount.findUniqueOrThrow({
        where: { id: `person:${person.actor.id}` },
      });
      const requests = i < 4 ? 2 + chance.below(15) : 2 + chance.below(3);
      const sent = await Promise.allSettled(
        Array.from({ length: requests }, (_, k) =>
          trade(person, {
            kind: "buy_budget",
            questionId: markets[(i + k) % markets.length] ?? "",
            outcome: 0,
            side: k % 2 === 0 ? "yes" : "no",
            budgetMicros: balanceMicros,
            minSharesMicros: CREDIT / 2n,
            idempotencyKey: aKey(),
          }),
        ),
      );
      for (const result of sent)
        if (result.status === "rejected") expect(codeOf(result.reason)).toBe("balance_must_cover_cost");
      wins.push(sent.filter(({ status }) => status === "fulfilled").length);
      const { balanceMicros: left } = await database.prisma.ledgerAccount.findUniqueOrThrow({
        where: { id: `person:${person.actor.id}` },
      });
      await grantCredits(job(database.prisma), {
        userId: person.actor.id,
        amountMicros: CREDIT - left,
        reason: "Another round.",
      });
    });
    await Promise.all(spend);
  }
  expect(wins).toEqual(Array.from({ length: ROUNDS }, () => 1));
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});

test(`M5: of ${LIMITED} trades whose price others move meanwhile, none costs more or brings less than its limit`, async () => {
  const chance = randomSequence(`${DRAW} M5`);
  const people = await Promise.all(Array.from({ length: 16 }, () => aTrader(database.prisma, 10_000n)));
  const [questionId = ""] = markets;
  const outcomes = { honoured: 0, refused: 0, beyond: 0 };
  const rounds = LIMITED / people.length;
  const act = async (person: (typeof people)[number]) => {
    for (let round = 0; round < rounds; round++) {
      const stake = { questionId, outcome: 0, side: chance.next() < 0.5 ? "yes" : "no" } as const;
      const sharesMicros = 1n + BigInt(chance.below(20_000_000));
      const quoted = await quote(person, { kind: "buy_shares", ...stake, sharesMicros });
      const maxCostMicros = quoted.costMicros;
      try {
        const done = await trade(person, {
          kind: "buy_shares",
          ...stake,
          sharesMicros,
          maxCostMicros,
          idempotencyKey: aKey(),
        });
        if (done.costMicros > maxCostMicros || done.sharesMicros !== sharesMicros) outcomes.beyond++;
        else outcomes.honoured++;
      } catch (error) {
        expect(codeOf(error)).toBe("price_must_stay_within_limit");
        outcomes.refused++;
      }
    }
  };
  await Promise.all(people.map(act));
  console.log(outcomes);
  expect(outcomes.beyond).toBe(0);
  // The price did move: both were seen.
  expect(outcomes.refused).toBeGreaterThan(100);
  expect(outcomes.honoured).toBeGreaterThan(100);
});

test(`M7: ${KEYS} keys, each sent ${TIMES} times at once, are ${KEYS} trades with ${KEYS} answers; an altered body is refused`, async () => {
  const db = database.prisma;
  const people = await Promise.all(Array.from({ length: 20 }, () => aTrader(db, 1_000n)));
  const before = await db.trade.count();
  const answers: Set<string>[] = [];
  for (let from = 0; from < KEYS; from += people.length) {
    const wave = people.map(async (person, i) => {
      const body = {
        kind: "buy_shares",
        questionId: markets[(from + i) % markets.length] ?? "",
        outcome: 0,
        side: "yes",
        sharesMicros: CREDIT + BigInt(from + i),
        idempotencyKey: `same-${from + i}`,
      } as const;
      const sent = await Promise.all(Array.from({ length: TIMES }, () => trade(person, body)));
      answers.push(new Set(sent.map(({ id, costMicros, madeAt }) => `${id} ${costMicros} ${madeAt.getTime()}`)));
      const altered = trade(person, { ...body, sharesMicros: 2n * CREDIT });
      await expect(altered).rejects.toMatchObject({ code: "idempotency_key_must_not_be_reused" });
    });
    await Promise.all(wave);
  }
  expect(answers.map(({ size }) => size)).toEqual(Array.from({ length: KEYS }, () => 1));
  expect((await db.trade.count()) - before).toBe(KEYS);
});

test("M12: 200 trades at once on one market are all carried out or politely refused, and one afterwards is answered", async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => aTrader(database.prisma, 100n)));
  const [questionId = ""] = markets;
  const one = (person: (typeof people)[number]) =>
    trade(person, {
      kind: "buy_budget",
      questionId,
      outcome: 0,
      side: "yes",
      budgetMicros: CREDIT,
      idempotencyKey: aKey(),
    });
  const sent = await Promise.allSettled(Array.from({ length: 200 }, (_, i) => one(people[i % people.length]!)));
  for (const result of sent)
    if (result.status === "rejected") expect(codeOf(result.reason)).toBe("load_must_stay_within_capacity");
  expect(sent.some(({ status }) => status === "fulfilled")).toBe(true);
  expect((await one(people[0]!)).costMicros).toBeGreaterThan(0n);
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});

test("what M5 would catch: a quote that is trusted, where the limit is not checked under the market's lock", async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => aTrader(database.prisma, 1_000n)));
  const [questionId = ""] = markets;
  let beyond = 0;
  const meet = meetingOf(people.length);
  const shares = { kind: "buy_shares", questionId, outcome: 0, side: "yes", sharesMicros: 10n * CREDIT } as const;
  const trusting = people.map(async (person) => {
    const { costMicros } = await quote(person, shares);
    await meet();
    const done = await trade(person, { ...shares, idempotencyKey: aKey() });
    if (done.costMicros > costMicros) beyond++;
  });
  await Promise.all(trusting);
  expect(beyond).toBe(people.length - 1);
});

test("what M7 would catch: a key that is looked for before the lock, where no index keeps it single", async () => {
  const db = withoutEarlierTrades(database.prisma);
  const [index] = await database.run(
    "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'trades' AND indexdef LIKE '%idempotency_key%' AND indexdef LIKE '%UNIQUE%'",
  );
  await database.run(`DROP INDEX ${index?.indexname}`);
  const person = await aTrader(database.prisma, 1_000n);
  const same = {
    kind: "buy_shares",
    questionId: markets[1] ?? "",
    outcome: 0,
    side: "yes",
    sharesMicros: CREDIT,
    idempotencyKey: "sent again and again",
  } as const;
  const sent = await Promise.all(Array.from({ length: TIMES }, () => trade({ ...person, db }, same)));
  expect(new Set(sent.map(({ id }) => id)).size).toBeGreaterThan(1);
});

test("what this would catch: credits looked at before they are spent, without a check at the account", async () => {
  await database.run("ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_covered");
  const person = await aTrader(database.prisma, 1n);
  // All have seen the one credit before any of them spends it.
  const db = meetingBefore(database.prisma, /INSERT INTO ledger_transactions/, meetingOf(markets.length));
  const spend = (questionId: string) =>
    trade(
      { ...person, db },
      { kind: "buy_budget", questionId, outcome: 0, side: "yes", budgetMicros: CREDIT, idempotencyKey: aKey() },
    );
  const sent = await Promise.allSettled(markets.map(spend));
  expect(sent.map(({ status }) => status)).toEqual(markets.map(() => "fulfilled"));
  expect(await ledgerFaults(database.prisma)).not.toEqual(NO_FAULTS);
});
