import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Database, embeddedDatabase } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { backupText } from "#server/operations/backup/backup-text.ts";
import { openBackup } from "#server/operations/backup/read-backup.ts";
import { restoreBackup } from "#server/operations/backup/restore-backup.ts";
import { writeBackup } from "#server/operations/backup/write-backup.ts";

/** A directory of a test's own, which is gone afterwards. */
export function aDirectory(): { path: string; file: (name: string) => string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "parley-backup-"));
  return {
    path,
    file: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** An embedded database on disk. */
export async function embeddedIn(directory: string): Promise<Database> {
  const { client, release } = await openEmbedded(directory);
  return embeddedDatabase(client, release);
}

/** Backs a database up, and gives the rows of each table. */
export async function backUp(db: Database, file: string): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const lines = (run: Parameters<Parameters<Database["alone"]>[0]>[0]) =>
    backupText({ kind: db.kind, run }, (table) => {
      rows[table.name] = table.rows;
    });
  await db.alone((run) => writeBackup(file, lines(run)));
  return rows;
}

/** Restores a file into a database, and gives the hash of each table. */
export async function restoreInto(db: Database, file: string): Promise<Record<string, string>> {
  const tables = await restoreBackup(db, await openBackup(file));
  return Object.fromEntries(tables.map(({ name, sha256 }) => [name, sha256]));
}

type Line = Record<string, unknown> | unknown[];

/** A backup whose lines were changed by somebody who made all of its hashes right again. */
export function forged(file: string, to: string, change: (lines: Line[]) => Line[]): string {
  const read = gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
  const lines = change(read.slice(0, -1).map((line) => JSON.parse(line) as Line));
  let rows: string[] = [];
  const texts = lines.map((line) => {
    const text = JSON.stringify(line);
    if (Array.isArray(line)) rows.push(text);
    if (Array.isArray(line) || !("end" in line)) return `${text}\n`;
    const sha256 = createHash("sha256")
      .update(rows.map((row) => `${row}\n`).join(""))
      .digest("hex");
    const told = JSON.stringify({ ...line, rows: rows.length, sha256 });
    rows = [];
    return `${told}\n`;
  });
  const sha256 = createHash("sha256").update(texts.join("")).digest("hex");
  const end = JSON.stringify({ parley: "end", lines: texts.length, sha256 });
  writeFileSync(to, gzipSync(`${texts.join("")}${end}\n`));
  return to;
}
