import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, embeddedDatabase } from "#db/client.ts";
import { migrate, readMigrations } from "#db/migrate.ts";
import { aMigration, tableNames } from "#tests/support/migrating.ts";

const ours = readMigrations();

let db: Database;
beforeEach(async () => {
  db = embeddedDatabase(await PGlite.create(), () => {});
});
afterEach(() => db.close());

describe("migrating", () => {
  test("applies every file once, in the order of their names", async () => {
    expect(ours.length).toBeGreaterThan(0);
    expect(await migrate(db)).toEqual(ours.map(({ name }) => name));
    expect(await migrate(db)).toEqual([]);
    const rows = await db.run("SELECT migration_name, checksum FROM _prisma_migrations ORDER BY finished_at");
    expect(rows).toEqual(ours.map(({ name, checksum }) => ({ migration_name: name, checksum })));
  });

  test("applies a new file to a database that has all the others", async () => {
    await migrate(db, ours.slice(0, -1));
    expect(await migrate(db)).toEqual([ours.at(-1)?.name]);
  });

  test("refuses a file that was changed after it was applied", async () => {
    const first = aMigration("20990101000000_a_table_is_made", "CREATE TABLE one (n integer)");
    await migrate(db, [first]);
    const changed = aMigration(first.name, "CREATE TABLE one (n bigint)");
    await expect(migrate(db, [changed])).rejects.toThrow(`${first.name} was changed after it was applied`);
  });

  test("leaves nothing of a file that fails half way, and applies it once it is mended", async () => {
    const name = "20990101000000_a_file_fails";
    const broken = aMigration(name, "CREATE TABLE half (n integer); SELECT 1 / 0");
    await expect(migrate(db, [broken])).rejects.toThrow(`${name} failed: division by zero`);
    expect(await tableNames(db)).not.toContain("half");
    await migrate(db, [aMigration(name, "CREATE TABLE half (n integer)")]);
    expect(await tableNames(db)).toContain("half");
  });
});

test("every migration is named for what it makes true", () => {
  expect(ours.filter(({ name }) => !/^\d{14}_[a-z0-9]+(_[a-z0-9]+){2,}$/.test(name))).toEqual([]);
});
