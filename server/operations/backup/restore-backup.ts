import { createHash } from "node:crypto";
import { DomainError } from "#core/errors.ts";
import type { Database, Run } from "#db/client.ts";
import { migrate, readMigrations } from "#db/migrate.ts";
import type { BackupHead, KeptTable, Sequences } from "./backup-lines.ts";
import { ensureEmpty, ensureSameMigrations, migrationsOf } from "./ensure-restorable.ts";
import { loosenTables } from "./loosened-tables.ts";
import type { BackupPart, OpenBackup } from "./read-backup.ts";
import { SAME_TEXTS, tableRows } from "./table-rows.ts";
import { quoted, type TableShape, tableShapes } from "./table-shape.ts";

/**
 * Puts a backup into an empty database, in one transaction: when the database refuses a row, or a table comes out different
 * from what was kept, nothing has happened. A backup of an earlier version is put into the tables of its time, and
 * these are then brought up to date.
 */
export async function restoreBackup(db: Pick<Database, "alone">, { head, parts }: OpenBackup): Promise<KeptTable[]> {
  const known = readMigrations();
  const due = migrationsOf(head, known);
  const tables = await db.alone(async (run) => {
    await ensureSameMigrations(run, head);
    await migrate(db, due);
    return inTransaction(run, (inside) => putBack(inside, head, parts));
  });
  await migrate(db, known);
  await db.alone((run) => run("ANALYZE"));
  return tables;
}

async function inTransaction<T>(run: Run, work: (run: Run) => Promise<T>): Promise<T> {
  await run(`BEGIN; ${SAME_TEXTS}`);
  try {
    const result = await work(run);
    await run("COMMIT");
    return result;
  } catch (error) {
    await run("ROLLBACK");
    throw error;
  }
}

async function putBack(run: Run, { tables }: BackupHead, parts: AsyncIterable<BackupPart>): Promise<KeptTable[]> {
  const shapes = await tableShapes(run);
  const names = shapes.map(({ name }) => name);
  const missing = names.find((name) => !tables.includes(name)) ?? tables.find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw new DomainError("backup_must_be_whole", { reason: "table_missing", table: missing });
  }
  await ensureEmpty(run, names);
  const tighten = await loosenTables(run, names);
  for (const name of names) await run(`DELETE FROM ${quoted(name)}`);
  const kept = await fillTables(run, shapes, parts);
  await tighten();
  for (const table of kept) await ensureSame(run, shapeOf(shapes, table.name), table);
  return kept;
}

function shapeOf(shapes: readonly TableShape[], name: string): TableShape {
  const shape = shapes.find((one) => one.name === name);
  if (!shape) throw new DomainError("backup_must_fit_database", { reason: "no_table", table: name });
  return shape;
}

async function fillTables(
  run: Run,
  shapes: readonly TableShape[],
  parts: AsyncIterable<BackupPart>,
): Promise<KeptTable[]> {
  const kept: KeptTable[] = [];
  let insert = "";
  for await (const part of parts) {
    if (part.kind === "table") insert = insertion(shapeOf(shapes, part.table), part.columns);
    else if (part.kind === "rows") await insertRows(run, insert, part.rows);
    else if (part.kind === "table-end") kept.push(part.table);
    else if (part.kind === "sequences") await setSequences(run, part.sequences);
  }
  return kept;
}

async function insertRows(run: Run, insert: string, rows: readonly string[]): Promise<void> {
  await run(insert, [`[${rows.join(",")}]`]).catch((error: Error) => {
    throw new DomainError("backup_must_fit_database", { reason: "refused", detail: error.message });
  });
}

/** Puts rows, given as one array of arrays of texts, into a table; each text is read as its column's type. */
function insertion({ name, columns }: TableShape, given: readonly string[]): string {
  if (given.join() !== columns.map((column) => column.name).join()) {
    throw new DomainError("backup_must_fit_database", { reason: "other_columns", table: name });
  }
  const names = columns.map((column) => quoted(column.name)).join(", ");
  const values = columns.map(({ type }, i) => `(line->>${i})::${type}`).join(", ");
  return `INSERT INTO ${quoted(name)} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM jsonb_array_elements($1::jsonb) AS line`;
}

async function setSequences(run: Run, sequences: Sequences): Promise<void> {
  for (const [name, { last, isCalled }] of Object.entries(sequences)) {
    await run("SELECT setval($1::regclass, $2::bigint, $3::boolean)", [`public.${quoted(name)}`, last, isCalled]);
  }
}

/** Reads a table again and compares it with what was kept. */
async function ensureSame(run: Run, shape: TableShape, kept: KeptTable): Promise<void> {
  const hash = createHash("sha256");
  for await (const lines of tableRows(run, shape)) for (const line of lines) hash.update(line);
  if (hash.digest("hex") === kept.sha256) return;
  throw new DomainError("backup_must_be_whole", { reason: "table_differs", table: kept.name });
}
