import { DomainError } from "#core/errors.ts";
import type { Run } from "#db/client.ts";
import type { Migration } from "#db/migrate.ts";
import type { BackupHead } from "./backup-lines.ts";
import { quoted } from "./table-shape.ts";

/** Tables in which a database that nobody has used yet has a row, and how many at most. */
const ROWS_OF_A_NEW_DATABASE: Record<string, number> = { instance_settings: 1, ledger_accounts: 1 };

/** The migrations that bring an empty database to where the backup was made; refused when this Parley does not know them. */
export function migrationsOf({ migrations }: BackupHead, known: readonly Migration[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  return migrations.map(({ name, checksum }) => {
    const migration = byName.get(name);
    if (!migration) {
      throw new DomainError("backup_must_fit_database", { reason: "newer", migration: name });
    }
    if (migration.checksum !== checksum) {
      throw new DomainError("backup_must_fit_database", { reason: "changed", migration: name });
    }
    return migration;
  });
}

/** Refuses a database that was brought further than the backup: rows are only put back into the tables they came from. */
export async function ensureSameMigrations(run: Run, { migrations }: BackupHead): Promise<void> {
  const [table] = await run("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found");
  if (!table?.found) return;
  const rows = await run("SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
  const further = rows.map(({ name }) => String(name)).filter((name) => !migrations.some((one) => one.name === name));
  if (further.length === 0) return;
  throw new DomainError("backup_must_fit_database", { reason: "older", migrations: further });
}

/** Refuses a database that somebody has used. */
export async function ensureEmpty(run: Run, tables: readonly string[]): Promise<void> {
  for (const name of tables) {
    const most = ROWS_OF_A_NEW_DATABASE[name] ?? 0;
    const [row] = await run(
      `SELECT count(*)::int AS rows FROM (SELECT FROM ${quoted(name)} LIMIT ${most + 1}) AS first_rows`,
    );
    if (Number(row?.rows) <= most) continue;
    throw new DomainError("database_must_be_empty", { table: name });
  }
}
