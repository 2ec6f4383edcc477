import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import { randomSequence } from "#core/random/random-sequence.ts";
import { type Database, openPostgres } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { openBackup } from "#server/operations/backup/read-backup.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { checkDatabase } from "#services/verify/check-database.ts";
import { aCrowd, randomAct } from "#tests/races/trading-crowd.ts";
import { aDirectory, backUp, forged, restoreInto } from "#tests/support/backups.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";
import { tableNames } from "#tests/support/migrating.ts";
import { job, someone } from "#tests/support/people.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";

const here = aDirectory();
let server: PostgresServer;
/** A backup of people who traded, sealed. */
const kept = here.file("kept.backup");

beforeAll(async () => {
  server = await startPostgres();
  const source = await anEmptyPostgres();
  await migrate(source);
  const [crowd, chance] = [await aCrowd(source, 4, 2), randomSequence("kept")];
  for (let i = 0; i < 60; i++) await randomAct(crowd, chance, source.prisma);
  await sealRecord(job(source.prisma));
  expect((await checkDatabase(source.prisma)).faults).toEqual([]);
  await backUp(source, kept);
  await source.close();
});
afterAll(async () => {
  await server.stop();
  here.remove();
});

let made = 0;
async function anEmptyPostgres(): Promise<Database> {
  const name = `restored_${++made}`;
  const maintenance = await openPostgres(server.url);
  await maintenance.run(`CREATE DATABASE ${name}`);
  await maintenance.close();
  return openPostgres(Object.assign(new URL(server.url), { pathname: `/${name}` }).href);
}

describe("what is restored", () => {
  test("is refused, and nothing changed, wherever one byte of the file was flipped", async () => {
    const whole = readFileSync(kept);
    const chance = randomSequence("flip");
    const db = await anEmptyPostgres();
    for (let i = 0; i < 25; i++) {
      const bytes = Buffer.from(whole);
      // The ten bytes of a packed file's head tell only by what it was packed.
      const place = 10 + chance.below(bytes.length - 10);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << chance.below(8));
      const file = here.file(`flipped-${i}.backup`);
      writeFileSync(file, bytes);
      await expect(restoreInto(db, file), `a bit of byte ${place}`).rejects.toThrow(
        expect.toSatisfy((error: unknown) =>
          /^The backup is damaged: .*(unpacked|cut off|missing|written|wrote)|^This is no backup of Parley/.test(
            error instanceof DomainError ? sentenceOf(error.broken) : "",
          ),
        ),
      );
    }
    expect(await tableNames(db)).toEqual([]);
    await db.close();
  });

  test("is refused when its end is missing, wherever it was cut", async () => {
    const db = await anEmptyPostgres();
    const whole = readFileSync(kept);
    for (const share of [0.001, 0.3, 0.9, 0.9999]) {
      const file = here.file(`cut-${share}.backup`);
      writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)));
      await expect(restoreInto(db, file)).rejects.toThrow(
        expect.objectContaining({
          values: expect.objectContaining({ reason: expect.stringMatching(/^(damaged|no_backup)$/) }),
        }),
      );
    }
    await db.close();
  });

  const without = (table: string) => (lines: Parameters<Parameters<typeof forged>[2]>[0]) => {
    let isInside = false;
    return lines.flatMap((line) => {
      if (Array.isArray(line)) return isInside ? [] : [line];
      if ("tables" in line) return [{ ...line, tables: (line.tables as string[]).filter((name) => name !== table) }];
      if (line.table === table) isInside = true;
      if (!isInside) return [line];
      if (line.end === table) isInside = false;
      return [];
    });
  };

  test("names the table that was left out, even where the file was made to agree with itself", async () => {
    const db = await anEmptyPostgres();
    const file = forged(kept, here.file("left-out.backup"), without("forecasts"));
    await expect(restoreInto(db, file)).rejects.toThrow(
      brokenRule("backup_must_be_whole", { reason: "table_missing", table: "forecasts" }),
    );
    await db.close();
  });

  /** Changes one column of the first row of a table in which it can be changed. */
  const changing =
    (table: string, column: string, change: (text: unknown) => unknown) =>
    (lines: Parameters<Parameters<typeof forged>[2]>[0]) => {
      let [at, place, isDone] = ["", -1, false];
      return lines.map((line) => {
        if (!Array.isArray(line)) {
          if (typeof line.table === "string") [at, place] = [line.table, (line.columns as string[]).indexOf(column)];
          return line;
        }
        if (at !== table || isDone || change(line[place]) === line[place]) return line;
        isDone = true;
        return line.with(place, change(line[place]));
      });
    };

  test.each<[string, string, (text: unknown) => unknown, RegExp]>([
    [
      "ledger_transactions",
      "note",
      () => "What nobody wrote.",
      /Seal 1: Leaf \d+ \(ledger .*does not say what was sealed/,
    ],
    ["audit_entries", "action", () => "nothing", /audit row at link 0 does not follow/],
    ["leaves", "hash", () => "0".repeat(64), /Seal 1: Leaf \d+ .*does not say what was sealed/],
    ["seals", "root", () => "0".repeat(64), /Seal 1: its leaves do not make its root/],
    [
      "ledger_accounts",
      "balance_micros",
      (text) => (text === "0" ? text : "7"),
      /1 balances are not the sum of their entries/,
    ],
    ["ledger_entries", "amount_micros", () => "7", /1 transactions of the ledger do not sum to zero/],
  ])("names what was changed in %s.%s, even where the file was made to agree with itself", async (...given) => {
    const [table, column, change, fault] = given;
    const db = await anEmptyPostgres();
    await restoreInto(db, forged(kept, here.file("changed.backup"), changing(table, column, change)));
    expect((await checkDatabase(db.prisma)).faults.join(" ")).toMatch(fault);
    await db.close();
  });

  test("must go into an empty database, and into one that was brought no further than the backup", async () => {
    const used = await anEmptyPostgres();
    await migrate(used);
    await someone(used.prisma);
    await expect(restoreInto(used, kept)).rejects.toThrow(brokenRule("database_must_be_empty"));
    expect(await used.prisma.user.count()).toBe(1);
    const further = await anEmptyPostgres();
    await migrate(further);
    const old = forged(kept, here.file("older.backup"), (lines) =>
      lines.map((line) =>
        !Array.isArray(line) && "migrations" in line
          ? { ...line, migrations: (line.migrations as []).slice(0, -1) }
          : line,
      ),
    );
    await expect(restoreInto(further, old)).rejects.toThrow(
      brokenRule("backup_must_fit_database", { reason: "older" }),
    );
    await Promise.all([used.close(), further.close()]);
  });

  test("must have been made by a Parley whose migrations this one knows, as they are", async () => {
    const db = await anEmptyPostgres();
    const changed = (change: (migrations: { name: string; checksum: string }[]) => unknown[]) =>
      forged(kept, here.file("other.backup"), (lines) =>
        lines.map((line) =>
          !Array.isArray(line) && "migrations" in line ? { ...line, migrations: change(line.migrations as []) } : line,
        ),
      );
    const newer = changed((all) => [...all, { name: "30000101000000_from_the_future", checksum: "0".repeat(64) }]);
    await expect(restoreInto(db, newer)).rejects.toThrow(
      expect.toSatisfy(
        (error: unknown) =>
          error instanceof DomainError &&
          sentenceOf(error.broken).includes("30000101000000_from_the_future, which this Parley does not have"),
      ),
    );
    const other = changed((all) => all.map((one) => ({ ...one, checksum: "0".repeat(64) })));
    await expect(restoreInto(db, other)).rejects.toThrow(brokenRule("backup_must_fit_database", { reason: "changed" }));
    await db.close();
  });

  test("must be a backup", async () => {
    for (const [name, bytes] of Object.entries({ text: Buffer.from("hello"), nothing: Buffer.alloc(0) })) {
      writeFileSync(here.file(name), bytes);
      await expect(openBackup(here.file(name))).rejects.toThrow(
        expect.objectContaining({
          values: expect.objectContaining({ reason: expect.stringMatching(/^(damaged|no_backup)$/) }),
        }),
      );
    }
    await expect(openBackup(here.file("no-such-file"))).rejects.toThrow(
      brokenRule("backup_must_be_readable", { reason: "unreadable" }),
    );
  });
});
