import { createHash } from "node:crypto";
import type { Database } from "#db/client.ts";
import type { Migration } from "#db/migrate.ts";

/** A migration as the runner reads it from a file. */
export function aMigration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

export async function tableNames(db: Database): Promise<string[]> {
  const rows = await db.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  return rows.map((row) => String(row.tablename));
}
