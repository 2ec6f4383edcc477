import { constants } from "node:fs";
import { cp } from "node:fs/promises";
import type { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { env } from "#server/env.ts";
import { openEmbedded } from "./embedded.ts";
import { ensureUsable } from "./ensure-usable.ts";
import { PrismaClient } from "./generated/client.ts";
import { giveUpWhenSilent, idleConnections } from "./give-up-silent.ts";
import { withLateInstants } from "./late-instants.ts";
import { statementNames } from "./statement-names.ts";
import { timeConnection, timedEmbedded } from "./statement-times.ts";

/** How long a caller may wait for a connection, and hold it: a hot question queues here instead of failing. */
const TRANSACTION_LIMITS = { maxWait: 15_000, timeout: 30_000 };
const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 30_000;
/**
 * How long one waits for a connection; for an answer, which is longer than the database's own limit, since it is for one that has
 * gone without a word; and to be told that the database is there.
 */
const PATIENCE = { connectionMs: 20_000, answerMs: 45_000, pingMs: 4_000 };
/** The embedded database does one thing after another: more than these would wait for minutes. */
const MAX_EMBEDDED_WAITING = 1_000;
// Compiling a statement of a few milliseconds takes Postgres a hundred.
const OPTIONS = "-c timezone=UTC -c jit=off";

export type Db = PrismaClient;
/** The client inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Runs SQL text; several statements when there are no values. Returns the rows of every statement. */
export type Run = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** The connections that requests share. */
export interface PoolState {
  readonly open: number;
  readonly idle: number;
  /** Callers that wait for one. */
  readonly waiting: number;
}

/** One open database: Prisma for the services, and plain SQL text for the migration runner and the job queue. */
export interface Database {
  readonly kind: "embedded" | "postgres";
  readonly prisma: Db;
  readonly run: Run;
  /** Gives the work a connection to itself without limits of time: for migrations, backups and restores. */
  alone<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Resolves when the database answers, whatever else is going on, and throws soon when it does not. */
  ping(): Promise<void>;
  pool(): PoolState;
  /** Copies the files of a database that lives in this process, as they are between two statements. */
  readonly copyFiles?: (directory: string) => Promise<void>;
  close(): Promise<void>;
}

/** Prisma by way of an adapter. What a statement was given stays out of its errors, which are logged. */
function prismaClient(adapter: PrismaPg | PrismaPGlite): PrismaClient {
  return new PrismaClient({ adapter, transactionOptions: TRANSACTION_LIMITS, errorFormat: "minimal" });
}

function rowsOf(result: pg.QueryResult | pg.QueryResult[]): Record<string, unknown>[] {
  return (Array.isArray(result) ? result : [result]).flatMap((part) => part.rows ?? []);
}

export async function openPostgres(url: string, patience = PATIENCE): Promise<Database> {
  const { connectionMs, answerMs, pingMs } = patience;
  const shared = { connectionString: url, options: OPTIONS, keepAlive: true };
  const pool = new pg.Pool({
    ...shared,
    max: POOL_SIZE,
    connectionTimeoutMillis: connectionMs,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: answerMs,
  });
  // Asked by a connection of its own, so that a busy pool is not taken for a database that is gone.
  const probe = new pg.Pool({ ...shared, max: 1, connectionTimeoutMillis: pingMs, query_timeout: pingMs });
  // A connection that dies while idle must not end the process; the next query reports the fault.
  for (const each of [pool, probe]) each.on("error", () => {});
  pool.on("connect", timeConnection);
  pool.on("connect", giveUpWhenSilent);
  const letGoOfIdle = idleConnections(pool);
  const nameOf = statementNames();
  const prisma = prismaClient(
    withLateInstants(
      new PrismaPg(pool, { disposeExternalPool: false, statementNameGenerator: ({ sql }) => nameOf(sql) }),
    ),
  );
  return {
    kind: "postgres",
    prisma,
    run: async (text, values = []) => rowsOf(await pool.query(text, values)),
    async alone(work) {
      const client = new pg.Client({ ...shared, options: `${OPTIONS} -c statement_timeout=0` });
      client.on("error", () => {});
      await client.connect();
      try {
        return await work(async (text, values = []) => rowsOf(await client.query(text, values)));
      } finally {
        await client.end().catch(() => {});
      }
    },
    async ping() {
      await probe.query("SELECT 1").catch((error: unknown) => {
        letGoOfIdle();
        throw error;
      });
    },
    pool: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async close() {
      await prisma.$disconnect();
      await Promise.all([pool.end(), probe.end()]);
    },
  };
}

export function embeddedDatabase(client: PGlite, release: () => void): Database {
  const timed = timedEmbedded(client, MAX_EMBEDDED_WAITING);
  const prisma = prismaClient(withLateInstants(new PrismaPGlite(timed.client)));
  const run: Run = async (text, values = []) => {
    if (values.length > 0) return (await timed.client.query<Record<string, unknown>>(text, values)).rows;
    return (await timed.client.exec(text)).flatMap((part) => part.rows as Record<string, unknown>[]);
  };
  return {
    kind: "embedded",
    prisma,
    run,
    alone: (work) => work(run),
    // It is in this process: it answers unless it was closed.
    async ping() {
      if (client.closed) throw new Error("The embedded database is closed.");
    },
    pool() {
      const underWay = timed.underWay();
      return { open: 1, idle: underWay === 0 ? 1 : 0, waiting: Math.max(0, underWay - 1) };
    },
    // As after a loss of power between two statements: opening the copy takes back what was not committed.
    copyFiles: (directory) =>
      client.runExclusive(() =>
        cp(String(client.dataDir), directory, {
          recursive: true,
          errorOnExist: true,
          mode: constants.COPYFILE_FICLONE,
        }),
      ),
    async close() {
      await prisma.$disconnect();
      await client.close();
      release();
    },
  };
}

const shared = globalThis as typeof globalThis & { parleyDatabase?: Promise<Database> | undefined };

async function opened(): Promise<Database> {
  if (env.DATABASE_URL) return ensureUsable(await openPostgres(env.DATABASE_URL), env.DATABASE_URL);
  const { client, release } = await openEmbedded(env.PARLEY_DATA_DIR);
  return embeddedDatabase(client, release);
}

/**
 * The database of this process, opened on first use. It is kept on `globalThis` because the page bundler loads this
 * module a second time, and the embedded database may be opened only once.
 */
export function database(): Promise<Database> {
  shared.parleyDatabase ??= opened().catch((error: unknown) => {
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
