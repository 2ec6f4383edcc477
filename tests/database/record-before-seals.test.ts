import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CHAIN_START, chainHash } from "#core/seal/chain-hash.ts";
import { type Database, embeddedDatabase } from "#db/client.ts";
import { migrate, readMigrations } from "#db/migrate.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { job } from "#tests/support/people.ts";

const FIRST_SEAL = "20260208070000";
const TOPICS_SEALED = "20260209120000";

let db: Database;
beforeEach(async () => {
  db = embeddedDatabase(await PGlite.create(), () => {});
});
afterEach(() => db.close());

test("what was recorded before there were seals is chained in its order and sealed with the rest", async () => {
  const migrations = readMigrations();
  await migrate(
    db,
    migrations.filter(({ name }) => name < FIRST_SEAL),
  );
  for (const action of ["first", "second", "third"]) {
    await db.run(
      `INSERT INTO audit_entries (actor_kind, action, subject_kind, subject_id, details)
       VALUES ('job', $1, 'thing', 'one', '{"z": 1.50, "a": "ü"}')`,
      [action],
    );
  }
  await migrate(db, migrations);
  const links = await db.prisma.auditLink.findMany({ orderBy: { position: "asc" }, include: { entry: true } });
  expect(links.map(({ entry }) => entry.action)).toEqual(["first", "second", "third"]);
  let previous = CHAIN_START;
  for (const { hash, entry } of links) {
    previous = chainHash(previous, { ...entry, sequence: Number(entry.sequence), at: entry.at.toISOString() });
    expect(hash).toBe(previous);
  }
  expect(await sealRecord(job(db.prisma))).toEqual({ seals: 1, leaves: 3 });
});

test("topics, tournaments and trades of an instance that knew no seals of them are sealed as they stand", async () => {
  const migrations = readMigrations();
  await migrate(
    db,
    migrations.filter(({ name }) => name < TOPICS_SEALED),
  );
  await db.run(`
    INSERT INTO users (id, name, name_key) VALUES ('${id(1)}', 'ada', 'ada');
    INSERT INTO topics (id, slug, title, summary, created_by_id) VALUES ('${id(2)}', 'harbour', 'The harbour', 'Ships.', '${id(1)}');
    INSERT INTO questions (id, slug, type, title, opens_at, closes_at, deadline_at, created_by_id)
      VALUES ('${id(3)}', 'will-it', 'binary', 'Will it?', now() - interval '1 day', now() + interval '1 day', now() + interval '1 day', '${id(1)}');
    INSERT INTO publications (question_id, published_by_id) VALUES ('${id(3)}', '${id(1)}');
    INSERT INTO tournaments (id, slug, title, starts_at, ends_at, created_by_id)
      VALUES ('${id(4)}', 'cup', 'A cup', now() - interval '1 day', now() + interval '9 days', '${id(1)}');
    INSERT INTO tournament_questions (tournament_id, question_id, added_by_id) VALUES ('${id(4)}', '${id(3)}', '${id(1)}');
    INSERT INTO ledger_accounts (id, kind) VALUES ('market:${id(3)}', 'market');
    INSERT INTO markets (question_id, account_id, liquidity_micros, subsidy_micros, opening_prices, sold_micros)
      VALUES ('${id(3)}', 'market:${id(3)}', 1000000, 1000000, '{0.5,0.5}', '{0,0}');
    BEGIN;
    INSERT INTO ledger_transactions (id, kind, question_id) VALUES ('${id(5)}', 'trade', '${id(3)}');
    INSERT INTO ledger_entries (transaction_id, position, account_id, amount_micros)
      VALUES ('${id(5)}', 0, 'house', -5), ('${id(5)}', 1, 'market:${id(3)}', 5);
    COMMIT;
    INSERT INTO trades (id, question_id, number, user_id, action, outcome, side, shares_micros, cost_micros, redeemed_micros,
      sold_before, sold_after, prices_after, transaction_id)
      VALUES ('${id(6)}', '${id(3)}', 1, '${id(1)}', 'buy', 0, 'yes', 10, 5, 0, '{0,0}', '{10,0}', '{0.6,0.4}', '${id(5)}')`);
  await sealRecord(job(db.prisma));
  await migrate(db, migrations);
  expect(await sealRecord(job(db.prisma))).toEqual({ seals: 1, leaves: 4 });
  const leaves = await db.prisma.leaf.findMany({ where: { sealNumber: 2 }, orderBy: { kind: "asc" } });
  expect(leaves.map(({ kind }) => kind)).toEqual(["topic", "tournament", "tournament_question", "trade"]);
});

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
