import { CHAIN_START, chainHash } from "#core/seal/chain-hash.ts";
import { isConsistent } from "#core/seal/merkle-checks.ts";
import { EMPTY_ROOT } from "#core/seal/merkle-hashes.ts";
import { merklePeaks, merkleRoot } from "#core/seal/merkle-tree.ts";
import { recordLeaf } from "#core/seal/record-leaf.ts";
import type { Db } from "#db/client.ts";
import { isLeafKind } from "#services/seal/leaf-kinds.ts";
import { leafValues } from "#services/seal/leaf-values.ts";
import { leafName } from "./record-fault.ts";

const ROWS_AT_ONCE = 2_000;

export interface CheckedDatabase {
  readonly seals: number;
  readonly leaves: number;
  readonly auditRows: number;
  readonly ledgerTransactions: number;
  /** What is wrong, in words; empty when all is well. */
  readonly faults: readonly string[];
}

/**
 * Holds a database to what its record and its ledger promise: every sealed record says what was sealed, the seals and the
 * audit rows are chains, every transaction of the ledger sums to zero and every balance is the sum of its entries. What is in
 * memory does not grow with the record.
 */
export async function checkDatabase(db: Db): Promise<CheckedDatabase> {
  const seals = await checkSeals(db);
  const audit = await checkAudit(db);
  const ledger = await checkLedger(db);
  return { ...seals, ...audit, ...ledger, faults: [...seals.faults, ...audit.faults, ...ledger.faults] };
}

/** One fault of a kind is enough: what follows it is most likely wrong because of it. */
type Checked<Counts> = Counts & { readonly faults: string[] };

async function checkSeals(db: Db): Promise<Checked<{ seals: number; leaves: number }>> {
  const done = { seals: 0, leaves: 0 };
  let before = { root: EMPTY_ROOT, peaks: [] as string[], hash: CHAIN_START };
  for (;;) {
    const seal = await db.seal.findUnique({ where: { number: done.seals + 1 } });
    if (!seal) break;
    const { number, root, previousRoot } = seal;
    const [fromIndex, untilIndex] = [Number(seal.fromIndex), Number(seal.untilIndex)];
    const fails = (why: string) => ({ ...done, faults: [`Seal ${number}: ${why}`] });
    if (fromIndex !== done.leaves) return fails("it does not begin where the last one ends.");
    const read = await readLeaves(db, fromIndex, untilIndex);
    if (read.fault !== null) return fails(read.fault);
    const tree = { before: fromIndex, peaks: before.peaks, leaves: read.hashes };
    if (read.hashes.length !== untilIndex - fromIndex) return fails("leaves are missing.");
    if (merkleRoot(tree) !== root) return fails("its leaves do not make its root.");
    const claim = { earlierSize: fromIndex, earlierRoot: before.root, size: untilIndex, root, path: seal.consistency };
    if (previousRoot !== before.root || !isConsistent(claim)) return fails("it does not add to the one before.");
    const hash = chainHash(before.hash, {
      number,
      fromIndex,
      untilIndex,
      root,
      previousRoot,
      at: seal.at.toISOString(),
    });
    if (seal.hash !== hash) return fails("it does not follow on the one before it.");
    before = { root, peaks: merklePeaks(tree), hash };
    Object.assign(done, { seals: number, leaves: untilIndex });
  }
  const beyond = await db.leaf.count({ where: { index: { gte: done.leaves } } });
  const others = (await db.seal.count()) - done.seals;
  return {
    ...done,
    faults: beyond + others > 0 ? ["There are seals or leaves that do not follow on the others."] : [],
  };
}

/** The hashes of leaves, and the first that does not say what was sealed. */
async function readLeaves(db: Db, from: number, until: number): Promise<{ hashes: string[]; fault: string | null }> {
  const hashes: string[] = [];
  for (let start = from; start < until; start += ROWS_AT_ONCE) {
    const within = { gte: start, lt: Math.min(start + ROWS_AT_ONCE, until) };
    const leaves = await db.leaf.findMany({ where: { index: within }, orderBy: { index: "asc" } });
    const values = new Map<string, Map<string, unknown>>();
    for (const [kind, of] of Map.groupBy(leaves, (leaf) => leaf.kind)) {
      if (isLeafKind(kind)) values.set(kind, await leafValues(db, { kind, ids: of.map(({ recordId }) => recordId) }));
    }
    for (const { index, kind, recordId, hash } of leaves) {
      const name = leafName({ index: Number(index), of: kind, id: recordId });
      const own = values.get(kind);
      if (!own?.has(recordId)) return { hashes, fault: `${name} is gone from the database.` };
      if (recordLeaf({ kind, id: recordId, value: own.get(recordId) }) !== hash)
        return { hashes, fault: `${name} does not say what was sealed.` };
      hashes.push(hash);
    }
  }
  return { hashes, fault: null };
}

async function checkAudit(db: Db): Promise<Checked<{ auditRows: number }>> {
  let previous: string = CHAIN_START;
  let auditRows = 0;
  for (;;) {
    const rows = await db.$queryRaw<{ position: bigint; hash: string; entry: unknown }[]>`
      SELECT l.position, l.hash, audit_value(e) AS entry FROM audit_links l JOIN audit_entries e ON e.sequence = l.sequence
      WHERE l.position >= ${auditRows} ORDER BY l.position LIMIT ${ROWS_AT_ONCE}`;
    if (rows.length === 0) break;
    for (const { position, hash, entry } of rows) {
      previous = chainHash(previous, entry as Parameters<typeof chainHash>[1]);
      if (Number(position) !== auditRows || hash !== previous)
        return { auditRows, faults: [`The audit row at link ${position} does not follow on the one before it.`] };
      auditRows++;
    }
  }
  const unlinked = (await db.auditEntry.count()) - auditRows;
  return { auditRows, faults: unlinked === 0 ? [] : [`${unlinked} audit rows are not part of the chain.`] };
}

async function checkLedger(db: Db): Promise<Checked<{ ledgerTransactions: number }>> {
  const [unbalanced] = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT min(id::text) AS id, count(*)::int AS count FROM (SELECT transaction_id AS id FROM ledger_entries
      GROUP BY transaction_id HAVING sum(amount_micros) <> 0) AS wrong`;
  const [stale] = await db.$queryRaw<{ id: string; count: number }[]>`
    SELECT min(a.id::text) AS id, count(*)::int AS count FROM ledger_accounts a
      LEFT JOIN (SELECT account_id, sum(amount_micros) AS total FROM ledger_entries GROUP BY account_id) AS e ON e.account_id = a.id
      WHERE a.balance_micros <> COALESCE(e.total, 0)`;
  const faults: string[] = [];
  if (unbalanced && unbalanced.count > 0)
    faults.push(`${unbalanced.count} transactions of the ledger do not sum to zero, ${unbalanced.id} among them.`);
  if (stale && stale.count > 0)
    faults.push(`${stale.count} balances are not the sum of their entries, that of ${stale.id} among them.`);
  return { ledgerTransactions: await db.ledgerTransaction.count(), faults };
}
