import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHAIN_START, chainHash } from "#core/seal/chain-hash.ts";
import { type Database, embeddedDatabase } from "#db/client.ts";
import { migrate, readMigrations } from "#db/migrate.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { job } from "#tests/support/people.ts";

const FIRST_SEAL = "20260208070000";

let db: Database;
beforeAll(async () => {
  db = embeddedDatabase(await PGlite.create(), () => {});
});
afterAll(() => db.close());

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
