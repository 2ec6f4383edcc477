import { readdirSync, readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomSequence } from "#core/random/random-sequence.ts";
import { type Database, openPostgres } from "#db/client.ts";
import { migrate, readMigrations } from "#db/migrate.ts";
import { seedDemonstration } from "#seed/seed-demonstration.ts";
import { backupText } from "#server/operations/backup/backup-text.ts";
import { serveControl } from "#server/operations/backup/control-server.ts";
import { withBackupSource } from "#server/operations/backup/with-backup-source.ts";
import { writeBackup } from "#server/operations/backup/write-backup.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { checkDatabase } from "#services/verify/check-database.ts";
import { aCrowd, randomAct } from "#tests/races/trading-crowd.ts";
import { aDirectory, backUp, embeddedIn, restoreInto } from "#tests/support/backups.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";
import { job, someone } from "#tests/support/people.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";
import { ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";

const here = aDirectory();
let server: PostgresServer;
/** The demonstration, embedded. */
let source: Database;
let rows: Record<string, number>;
const kept = here.file("kept.backup");

beforeAll(async () => {
  server = await startPostgres();
  source = await embeddedIn(here.file("source"));
  await migrate(source);
  await seedDemonstration(job(source.prisma, "seed"));
  rows = await backUp(source, kept);
}, 400_000);
afterAll(async () => {
  await source.close();
  await server.stop();
  here.remove();
});

let made = 0;
async function anEmptyPostgres(owner?: string): Promise<Database> {
  const name = `backup_${++made}`;
  const maintenance = await openPostgres(server.url);
  await maintenance.run(`CREATE DATABASE ${name}${owner ? ` OWNER ${owner}` : ""}`);
  await maintenance.close();
  return openPostgres(
    Object.assign(new URL(server.url), { pathname: `/${name}`, ...(owner ? { username: owner } : {}) }).href,
  );
}

const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
/** Everything but when it was made and on what. */
const contentOf = (file: string) => linesOf(file).slice(1, -1);
const leafCount = async (db: Database) => (await db.prisma.leaf.count()) + (await db.prisma.leafQueueEntry.count());

describe("D8: a backup", () => {
  test("of the embedded database, restored into Postgres and from there into an embedded one, is the same in every table", async () => {
    expect(Object.values(rows).reduce((sum, count) => sum + count)).toBeGreaterThan(5_000);
    const postgres = await anEmptyPostgres();
    expect(Object.keys(await restoreInto(postgres, kept)).toSorted()).toEqual(Object.keys(rows).toSorted());
    await backUp(postgres, here.file("again.backup"));
    const embedded = await embeddedIn(here.file("embedded"));
    await restoreInto(embedded, here.file("again.backup"));
    await backUp(embedded, here.file("third.backup"));
    expect(contentOf(here.file("again.backup"))).toEqual(contentOf(kept));
    expect(contentOf(here.file("third.backup"))).toEqual(contentOf(kept));
    for (const db of [postgres, embedded]) {
      const checked = await checkDatabase(db.prisma);
      expect(checked.faults).toEqual([]);
      expect(checked.leaves).toBe(await source.prisma.leaf.count());
      expect(checked.leaves).toBeGreaterThan(1_000);
      expect(await ledgerFaults(db.prisma)).toEqual(NO_FAULTS);
    }
    await Promise.all([postgres.close(), embedded.close()]);
  });

  test("once restored, goes on where it was: triggers and references are back, numbers follow on those given", async () => {
    const db = await anEmptyPostgres();
    await restoreInto(db, kept);
    const states =
      "SELECT tgrelid::regclass::text AS t, tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2";
    const references = `SELECT conrelid::regclass::text AS t, conname, pg_get_constraintdef(oid) AS d, convalidated FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`;
    const fresh = await anEmptyPostgres();
    await migrate(fresh);
    for (const what of [states, references]) {
      const found = await db.run(what);
      expect(found.length).toBeGreaterThan(50);
      expect(found).toEqual(await fresh.run(what));
    }
    await expect(db.run("DELETE FROM forecasts")).rejects.toThrow(/append-only/);
    const before = await leafCount(db);
    const crowd = await aCrowd(db, 2, 1);
    for (let i = 0; i < 10; i++) await randomAct(crowd, randomSequence("after"), db.prisma);
    expect(await leafCount(db)).toBeGreaterThan(before);
    await sealRecord(job(db.prisma));
    expect((await checkDatabase(db.prisma)).faults).toEqual([]);
    await Promise.all([db.close(), fresh.close()]);
  });

  test("needs no superuser of the Postgres that it is restored into", async () => {
    const maintenance = await openPostgres(server.url);
    await maintenance.run("CREATE ROLE plain LOGIN");
    await maintenance.close();
    const db = await anEmptyPostgres("plain");
    await restoreInto(db, kept);
    expect((await checkDatabase(db.prisma)).faults).toEqual([]);
    await db.close();
  });

  test("of an earlier version is put into the tables of its time, which are then brought up to date", async () => {
    const [old, db] = [await anEmptyPostgres(), await anEmptyPostgres()];
    const all = readMigrations();
    await migrate(old, all.slice(0, -1));
    await old.run("INSERT INTO actors (code, name) VALUES ('OMN', 'Oman')");
    await backUp(old, here.file("old.backup"));
    await restoreInto(db, here.file("old.backup"));
    expect(await db.run("SELECT code, name FROM actors")).toEqual([{ code: "OMN", name: "Oman" }]);
    expect(await migrate(db)).toEqual([]);
    const applied = await db.run("SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1");
    expect(applied.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
    await Promise.all([old.close(), db.close()]);
  });

  test("is readable by its owner alone, never written over, and leaves nothing behind when it fails", async () => {
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    const before = readFileSync(kept);
    await expect(backUp(source, kept)).rejects.toThrow(brokenRule("backup_must_not_replace_a_file", { file: kept }));
    expect(readFileSync(kept).equals(before)).toBe(true);
    await expect(backUp(source, here.file("no/such/place"))).rejects.toThrow(
      brokenRule("backup_must_be_readable", { reason: "unwritable" }),
    );
    async function* failing() {
      yield "a line\n";
      throw new Error("The connection is gone.");
    }
    await expect(writeBackup(here.file("failing.backup"), failing())).rejects.toThrow("The connection is gone.");
    expect(readdirSync(here.path).filter((name) => /unfinished|failing/.test(name))).toEqual([]);
  });
});

describe("a backup made while others write", () => {
  /** Backs up, and lets somebody trade after each table that is read. */
  async function backUpAmidTrades(db: Database, file: string, beginning?: string): Promise<void> {
    const crowd = await aCrowd(db, 4, 2);
    const chance = randomSequence("amid");
    await db.alone((run) => {
      async function* amidTrades() {
        for await (const text of backupText({ kind: db.kind, run, ...(beginning ? { beginning } : {}) })) {
          yield text;
          if (text.startsWith('{"end"')) await randomAct(crowd, chance, db.prisma);
        }
      }
      return writeBackup(file, amidTrades());
    });
  }

  test("is of one instant: nothing is half in it", async () => {
    const [db, to] = [await anEmptyPostgres(), await anEmptyPostgres()];
    await migrate(db);
    await backUpAmidTrades(db, here.file("amid.backup"));
    await restoreInto(to, here.file("amid.backup"));
    expect((await checkDatabase(to.prisma)).faults).toEqual([]);
    expect(await to.prisma.trade.count()).toBeLessThan(await db.prisma.trade.count());
    await Promise.all([db.close(), to.close()]);
  });

  test("is seen to be torn by this test when each table is read as it is by then", async () => {
    const [db, to] = [await anEmptyPostgres(), await anEmptyPostgres()];
    await migrate(db);
    await backUpAmidTrades(db, here.file("torn.backup"), "BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED READ ONLY");
    const faults = await restoreInto(to, here.file("torn.backup")).then(
      async () => (await checkDatabase(to.prisma)).faults,
      (error: Error) => [error.message],
    );
    expect(faults).not.toEqual([]);
    await Promise.all([db.close(), to.close()]);
  });

  test("of an embedded database comes from a copy that the process which has it open makes for whoever knows its token", async () => {
    const settings = { DATABASE_URL: undefined, PARLEY_DATA_DIR: here.file("source") };
    const work = (db: Database) =>
      db.alone(async (run) => (await run("SELECT count(*)::int AS n FROM forecasts"))[0]?.n);
    await expect(withBackupSource(work, settings)).rejects.toThrow(/in use by process/);
    const stop = await serveControl(here.file("source"), source.copyFiles!);
    expect(statSync(here.file("source/control.json")).mode & 0o777).toBe(0o600);
    const writing = someone(source.prisma);
    expect(await withBackupSource(work, settings)).toBe(rows.forecasts);
    await writing;
    const { port } = JSON.parse(readFileSync(here.file("source/control.json"), "utf8")) as { port: number };
    const asked = await fetch(`http://127.0.0.1:${port}/copy`, {
      method: "POST",
      headers: { authorization: "Bearer x" },
    });
    expect(asked.status).toBe(401);
    await stop();
    expect(readdirSync(here.file("source")).filter((name) => /^copy-|control/.test(name))).toEqual([]);
    await expect(withBackupSource(work, settings)).rejects.toThrow(/in use by process/);
  });

  test("refuses a place where Parley never was, and makes nothing there", async () => {
    const directory = here.file("nothing");
    await expect(
      withBackupSource(async () => 1, { DATABASE_URL: undefined, PARLEY_DATA_DIR: directory }),
    ).rejects.toThrow(brokenRule("subject_must_exist", { kind: "database" }));
    expect(statSync(directory, { throwIfNoEntry: false })).toBeUndefined();
    const empty = await anEmptyPostgres();
    const [row] = await empty.run("SELECT current_database() AS name");
    const url = Object.assign(new URL(server.url), { pathname: `/${String(row?.name)}` }).href;
    await expect(withBackupSource(async () => 1, { DATABASE_URL: url, PARLEY_DATA_DIR: directory })).rejects.toThrow(
      brokenRule("subject_must_exist", { kind: "database" }),
    );
    await empty.close();
  });
});
