import type { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { env } from "#server/env.ts";
import { openEmbedded } from "./embedded.ts";
import { PrismaClient } from "./generated/client.ts";
import { withLateInstants } from "./late-instants.ts";
import { statementNames } from "./statement-names.ts";

/** How long a caller may wait for a connection, and hold it: a hot question queues here instead of failing. */
const TRANSACTION_LIMITS = { maxWait: 15_000, timeout: 30_000 };
const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 30_000;

export type Db = PrismaClient;
/** The client inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** One open database: Prisma for the services, and plain SQL text for the migration runner and the job queue. */
export interface Database {
  readonly kind: "embedded" | "postgres";
  readonly prisma: Db;
  /** Runs SQL text; several statements when there are no values. Returns the rows of every statement. */
  run(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // Compiling a statement of a few milliseconds takes Postgres a hundred.
    options: "-c timezone=UTC -c jit=off",
  });
  // A connection that dies while idle must not end the process; the next query reports the fault.
  pool.on("error", () => {});
  const nameOf = statementNames();
  const prisma = new PrismaClient({
    adapter: withLateInstants(
      new PrismaPg(pool, { disposeExternalPool: false, statementNameGenerator: ({ sql }) => nameOf(sql) }),
    ),
    transactionOptions: TRANSACTION_LIMITS,
  });
  return {
    kind: "postgres",
    prisma,
    async run(text, values = []) {
      const result = await pool.query(text, values);
      return (Array.isArray(result) ? result : [result]).flatMap((part) => part.rows ?? []);
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

export function embeddedDatabase(client: PGlite, release: () => void): Database {
  const prisma = new PrismaClient({
    adapter: withLateInstants(new PrismaPGlite(client)),
    transactionOptions: TRANSACTION_LIMITS,
  });
  return {
    kind: "embedded",
    prisma,
    async run(text, values = []) {
      if (values.length > 0) return (await client.query<Record<string, unknown>>(text, values)).rows;
      return (await client.exec(text)).flatMap((part) => part.rows as Record<string, unknown>[]);
    },
    async close() {
      await prisma.$disconnect();
      await client.close();
      release();
    },
  };
}

const shared = globalThis as typeof globalThis & { parleyDatabase?: Promise<Database> | undefined };

/**
 * The database of this process, opened on first use. It is kept on `globalThis` because the page bundler loads this
 * module a second time, and the embedded database may be opened only once.
 */
export function database(): Promise<Database> {
  shared.parleyDatabase ??= (
    env.DATABASE_URL
      ? openPostgres(env.DATABASE_URL)
      : openEmbedded(env.PARLEY_DATA_DIR).then(({ client, release }) => embeddedDatabase(client, release))
  ).catch((error: unknown) => {
    shared.parleyDatabase = undefined;
    throw error;
  });
  return shared.parleyDatabase;
}

export async function closeDatabase(): Promise<void> {
  const open = shared.parleyDatabase;
  shared.parleyDatabase = undefined;
  await (await open)?.close();
}
