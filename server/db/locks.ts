import { env } from "#server/env.ts";
import { log } from "#server/log.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/**
 * Every lock that Parley takes, in the one order in which a transaction may take them; of one kind by ascending id. Two
 * transactions that keep it cannot wait for each other. Each lock is taken through this file and nowhere else.
 */
export const LOCK_ORDER = [
  "migration",
  "firstAccount",
  "names",
  "suggestion",
  "importedEvent",
  "topic",
  "event",
  "signal",
  "person",
  "settings",
  "slug",
  "question",
  "market",
  "tournament",
  "account",
  "scoreTables",
  "record",
  "auditChain",
] as const;
export type LockKind = (typeof LOCK_ORDER)[number];

/** The keys of the locks that stand for no row; no two are alike. The audit chain's is taken by its trigger, at the commit. */
export const ADVISORY_KEYS = {
  migration: 7_270_127,
  firstAccount: 7_270_128,
  scoreTables: 7_270_129,
  slug: 7_270_130,
  auditChain: 7_270_131,
  record: 7_270_132,
  names: 7_270_133,
} as const satisfies Partial<Record<LockKind, number>>;

/**
 * Events, markets and accounts are locked against each other alone: rows that refer to them may be written meanwhile. The
 * others wait for those rows too.
 */
const ROWS = {
  suggestion: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`SELECT id FROM suggestions WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`,
  importedEvent: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`SELECT id FROM imported_events WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`,
  topic: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`SELECT id FROM topics WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`,
  event: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`SELECT id FROM events WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
  signal: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`SELECT id FROM signals WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`,
  person: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`SELECT id FROM users WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`,
  question: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`SELECT id FROM questions WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`,
  market: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`
      SELECT question_id AS id FROM markets WHERE question_id = ANY(${ids}::uuid[]) ORDER BY question_id FOR NO KEY UPDATE`,
  tournament: (tx: Tx, ids: readonly string[]) =>
    tx.$queryRaw<Id[]>`SELECT id FROM tournaments WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`,
} as const;
type Id = { id: string };

/** Locks rows until the transaction ends; gives the ids of those that there are, ascending. */
export async function lockRows(tx: Tx, kind: keyof typeof ROWS, ids: Iterable<string>): Promise<string[]> {
  const wanted = noted(tx, kind, ids);
  if (wanted.length === 0) return [];
  return (await ROWS[kind](tx, wanted)).map(({ id }) => id);
}

/** The end of a query that locks the one row it reads. */
export function lockingRow(tx: Tx, kind: "question" | "market" | "settings", id: string): Prisma.Sql {
  noted(tx, kind, [id]);
  return kind === "market" ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.sql`FOR UPDATE`;
}

/** Locks everybody who administers, as they are once nobody else holds them, and gives their ids. */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const admins = await tx.$queryRaw<Id[]>`
    SELECT id FROM users WHERE role = 'admin' AND password_hash IS NOT NULL ORDER BY id FOR UPDATE`;
  return noted(
    tx,
    "person",
    admins.map(({ id }) => id),
  );
}

/** Locks accounts, and gives what lies in them. */
export async function lockAccounts(tx: Tx, accountIds: Iterable<string>): Promise<Map<string, bigint>> {
  const ids = noted(tx, "account", accountIds);
  const rows = await tx.$queryRaw<{ id: string; balanceMicros: bigint }[]>`
    SELECT id, balance_micros AS "balanceMicros" FROM ledger_accounts
    WHERE id = ANY (${ids}) ORDER BY id COLLATE "C" FOR NO KEY UPDATE`;
  return new Map(rows.map(({ id, balanceMicros }) => [id, balanceMicros]));
}

/** Waits until nobody else holds a lock that stands for no row, and holds it until the transaction ends. */
export async function takeLock(
  tx: Tx,
  kind: "firstAccount" | "names" | "slug" | "scoreTables" | "record",
): Promise<void> {
  noted(tx, kind, [""]);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_KEYS[kind]})`;
}

/**
 * The end of a query that locks the rows it reads and leaves out those that somebody else holds. It never waits, so it has no place in
 * the order.
 */
export const LOCKING_FREE_ROWS = Prisma.sql`FOR UPDATE SKIP LOCKED`;

/** What the migration runner, which sends plain text, takes its lock with. */
export const MIGRATION_LOCK = `SELECT pg_advisory_xact_lock(${ADVISORY_KEYS.migration});`;

interface Held {
  /** `kind id` of each lock. */
  readonly locks: Set<string>;
  /** The last kind and id in the order. */
  last: readonly [rank: number, id: string];
}

const held = new WeakMap<Tx, Held>();

/**
 * Notes what a transaction is about to lock; gives the ids in order. Out of order is a fault of the code, which two
 * transactions would show one day by waiting for each other: it is refused where the code is tried, and logged where it serves.
 */
function noted(tx: Tx, kind: LockKind, ids: Iterable<string>): string[] {
  const wanted = [...new Set(ids)].sort();
  const own = held.get(tx) ?? { locks: new Set<string>(), last: [-1, ""] };
  held.set(tx, own);
  const rank = LOCK_ORDER.indexOf(kind);
  for (const id of wanted) {
    const name = `${kind} ${id}`;
    if (own.locks.has(name)) continue;
    const [lastRank, lastId] = own.last;
    if (rank < lastRank || (rank === lastRank && id < lastId)) outOfOrder(name, `${LOCK_ORDER[lastRank]} ${lastId}`);
    else own.last = [rank, id];
    own.locks.add(name);
  }
  return wanted;
}

function outOfOrder(name: string, after: string): void {
  const message = `The lock “${name}” is taken after “${after}”, against the order.`;
  if (env.NODE_ENV !== "production") throw new Error(message);
  log.error({ lock: name, after }, message);
}
