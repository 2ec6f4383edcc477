import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Database, embeddedDatabase, openPostgres } from "#db/client.ts";
import { openEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { connectAllReactions } from "#services/reaction/reactions.ts";
import { startPostgres } from "#tests/support/postgres-server.ts";

connectAllReactions();

/** A migrated database to measure on, with the barest way to it beside Prisma's. */
export interface BenchDatabase extends Database {
  /** One statement without Prisma: named and prepared on Postgres, the embedded database's own call elsewhere. */
  bare(name: string, text: string, values: unknown[]): Promise<Record<string, unknown>[]>;
  /** Of the Postgres; null where the database is embedded. */
  readonly url: string | null;
}

/** An embedded database on disk, as `npm start` opens it without a DATABASE_URL; gone after the work. */
export async function onEmbedded<T>(work: (db: BenchDatabase) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const { client, release } = await openEmbedded(directory);
  const db = embeddedDatabase(client, release);
  try {
    await migrate(db);
    return await work({ ...db, url: null, bare: (_, text, values) => db.run(text, values) });
  } finally {
    await db.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A Postgres of its own on loopback, with fsync on; gone after the work. */
export async function onPostgres<T>(work: (db: BenchDatabase) => Promise<T>): Promise<T> {
  const server = await startPostgres({ durable: true });
  const db = await openPostgres(server.url);
  const client = new pg.Client({ connectionString: server.url, options: "-c timezone=UTC -c jit=off" });
  try {
    await client.connect();
    await migrate(db);
    const bare: BenchDatabase["bare"] = async (name, text, values) => (await client.query({ name, text, values })).rows;
    return await work({ ...db, url: server.url, bare });
  } finally {
    await client.end();
    await db.close();
    await server.stop();
  }
}

/** The same work on an empty database of each kind, one after the other. */
export async function onBoth<T>(work: (db: BenchDatabase) => Promise<T[]>): Promise<T[]> {
  return [...(await onPostgres(work)), ...(await onEmbedded(work))];
}

/**
 * Runs statements that fill a database, in one transaction with triggers and foreign keys at rest: a bulk of rows is put there
 * as the product would have left it, without the millions of acts. Statistics are brought up to date afterwards.
 */
export async function fill(db: Database, statements: readonly string[]): Promise<void> {
  await db.alone(async (run) => {
    await run(`BEGIN; SET LOCAL session_replication_role = replica; ${statements.join(";\n")}; COMMIT;`);
    await run("ANALYZE");
  });
}
