import { createHash } from "node:crypto";
import type { Database, Run } from "#db/client.ts";
import type { BackupHead, KeptTable, Sequences } from "./backup-lines.ts";
import { SAME_TEXTS, tableRows } from "./table-rows.ts";
import { quoted, type TableShape, tableShapes } from "./table-shape.ts";

/** One look at the whole database, which others go on writing to. */
const SNAPSHOT = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** What is told while a backup is written. */
export type BackupProgress = (table: KeptTable) => void;

/**
 * Everything that the database holds, as lines of JSON: a head, each table with the hash of its rows, where the sequences
 * are, and last the hash of it all. `run` must be a connection of its own; it looks at one instant of the database.
 */
export async function* backupText(
  { kind, run, beginning = SNAPSHOT }: { kind: Database["kind"]; run: Run; beginning?: string },
  progress: BackupProgress = () => {},
): AsyncGenerator<string> {
  const whole = createHash("sha256");
  let lines = 0;
  const line = (value: unknown) => counted([`${JSON.stringify(value)}\n`]);
  const counted = (texts: string[]) => {
    const text = texts.join("");
    whole.update(text);
    lines += texts.length;
    return text;
  };
  await run(`${beginning}; ${SAME_TEXTS}`);
  try {
    const tables = await tableShapes(run);
    yield line(await headOf(kind, run, tables));
    for (const table of tables) {
      yield line({ table: table.name, columns: table.columns.map(({ name }) => name) });
      const hash = createHash("sha256");
      let rows = 0;
      for await (const texts of tableRows(run, table)) {
        rows += texts.length;
        for (const text of texts) hash.update(text);
        yield counted(texts);
      }
      const kept = { name: table.name, rows, sha256: hash.digest("hex") };
      yield line({ end: kept.name, rows: kept.rows, sha256: kept.sha256 });
      progress(kept);
    }
    yield line({ sequences: await sequencesNow(run) });
    yield `${JSON.stringify({ parley: "end", lines, sha256: whole.digest("hex") })}\n`;
  } finally {
    await run("ROLLBACK");
  }
}

async function headOf(kind: Database["kind"], run: Run, tables: readonly TableShape[]): Promise<BackupHead> {
  const [row] = await run("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') AS at");
  const migrations = await run(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL
      ORDER BY migration_name COLLATE "C"`,
  );
  return {
    parley: "backup",
    version: 1,
    madeAt: String(row?.at),
    database: kind,
    migrations: migrations.map(({ name, checksum }) => ({ name: String(name), checksum: String(checksum) })),
    tables: tables.map(({ name }) => name),
  };
}

/**
 * Where the sequences are. They do not belong to the snapshot: read after the rows, they are as far as those or farther,
 * so that no number is given twice.
 */
async function sequencesNow(run: Run): Promise<Sequences> {
  const found = await run(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
      ORDER BY relname COLLATE "C"`,
  );
  const sequences: Sequences = {};
  for (const { name } of found) {
    const [row] = await run(`SELECT last_value::text AS last, is_called AS called FROM ${quoted(String(name))}`);
    sequences[String(name)] = { last: String(row?.last), isCalled: row?.called === true };
  }
  return sequences;
}
