import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database, Run } from "./client.ts";
import { MIGRATION_LOCK } from "./locks.ts";

const TABLE = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0
)`;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export function readMigrations(directory = "prisma/migrations"): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Statements sent as one text are one transaction, taken back whole when one of them fails. A time limit on statements
 * is meant for requests, not for this or for waiting until another process has done it.
 */
const ALONE = `SET LOCAL statement_timeout = 0; ${MIGRATION_LOCK}`;

/** Wraps one file so that it and its record are one transaction, and two runners at once apply it once. */
function guarded({ name, sql, checksum }: Migration): string {
  return `${ALONE}
DO $guard$ BEGIN
  IF EXISTS (SELECT FROM _prisma_migrations WHERE migration_name = '${name}' AND finished_at IS NOT NULL) THEN RETURN; END IF;
  EXECUTE $migration$${sql}$migration$;
  INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
  VALUES (gen_random_uuid()::text, '${checksum}', clock_timestamp(), '${name}', 1);
END $guard$;`;
}

/**
 * Applies what is missing, a transaction a file, and returns the names it applied. Its table is the Prisma command
 * line's own, so that either may be used. A file that changed after it was applied is refused.
 */
export function migrate(db: Pick<Database, "alone">, migrations = readMigrations()): Promise<string[]> {
  return db.alone((run) => migrateBy(run, migrations));
}

async function migrateBy(run: Run, migrations: readonly Migration[]): Promise<string[]> {
  await run(`${ALONE} ${TABLE}`);
  const rows = await run("SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL");
  const applied = new Map(rows.map((row) => [String(row.migration_name), String(row.checksum)]));
  const due: string[] = [];
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === migration.checksum) continue;
    if (checksum !== undefined) throw new Error(`Migration ${migration.name} was changed after it was applied.`);
    await run(guarded(migration)).catch((error: unknown) => {
      throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
    });
    due.push(migration.name);
  }
  return due;
}
