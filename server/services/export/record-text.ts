import { createHash } from "node:crypto";
import type { Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { inSnapshot } from "#services/in-snapshot.ts";
import { isLeafKind, type LeafKindName } from "#services/seal/leaf-kinds.ts";
import { leafValues } from "#services/seal/leaf-values.ts";
import { bundleText } from "./bundle-text.ts";
import { bundleRecords, type Progress } from "./export-bundle.ts";

type Leaf = Prisma.LeafGetPayload<object>;

const LEAVES_AT_ONCE = 1_000;
/** Records that may hold as much as thousands of others: a run has a score for everybody. */
const LARGE: readonly string[] = ["score_run", "tournament_table", "ledger"];
const LARGE_AT_ONCE = 20;

/**
 * A bundle of everything together with the record it came from, one record a line, as one snapshot of the database: every sealed
 * leaf with what stands there now, each seal after its leaves, and last the hash of the whole file. `parley verify` checks it
 * without a database.
 */
export async function* recordText(ctx: ServiceContext, progress: Progress = () => {}): AsyncGenerator<string> {
  authorize(ctx, "run_export");
  yield* inSnapshot(ctx.db, (tx) => recordTextOf(tx, progress));
}

/** The same text as a transaction sees it. */
export async function* recordTextOf(tx: Tx, progress: Progress = () => {}): AsyncGenerator<string> {
  const digest = createHash("sha256");
  let lines = 0;
  for await (const line of allLines(tx, progress)) {
    digest.update(line);
    lines += 1;
    yield line;
  }
  yield `${JSON.stringify({ kind: "end", lines, sha256: digest.digest("hex") })}\n`;
}

async function* allLines(tx: Tx, progress: Progress): AsyncGenerator<string> {
  yield* bundleText(
    bundleRecords(tx, {}, () => {}),
    "ndjson",
  );
  for await (const value of recordLines(tx, progress)) yield `${JSON.stringify(value)}\n`;
}

async function* recordLines(tx: Tx, progress: Progress): AsyncGenerator<unknown> {
  const bots = await tx.user.findMany({ where: { isBot: true }, orderBy: { id: "asc" }, select: { id: true } });
  const last = await tx.seal.findFirst({ orderBy: { number: "desc" }, select: { number: true, untilIndex: true } });
  const [seals, total] = [last?.number ?? 0, Number(last?.untilIndex ?? 0)];
  yield { kind: "record", version: 1, leaves: total, seals, bots: bots.map(({ id }) => id) };
  for (let number = 1; number <= seals; number++) {
    const { peaks: _, counts: __, ...seal } = await tx.seal.findUniqueOrThrow({ where: { number } });
    const [from, until] = [Number(seal.fromIndex), Number(seal.untilIndex)];
    for (let start = from; start < until; start += LEAVES_AT_ONCE) {
      const end = Math.min(start + LEAVES_AT_ONCE, until);
      const leaves = await tx.leaf.findMany({
        where: { index: { gte: start, lt: end } },
        orderBy: { index: "asc" },
      });
      for (const some of partedLeaves(leaves)) yield* await leafLines(tx, some);
      progress(end, total);
    }
    yield { kind: "seal", ...seal, fromIndex: from, untilIndex: until, at: seal.at.toISOString() };
  }
}

/** Leaves in their order, in parts of which none has many large records. */
function* partedLeaves(leaves: readonly Leaf[]): Generator<Leaf[]> {
  let part: Leaf[] = [];
  let large = 0;
  for (const leaf of leaves) {
    part.push(leaf);
    if (!LARGE.includes(leaf.kind) || ++large < LARGE_AT_ONCE) continue;
    yield part;
    [part, large] = [[], 0];
  }
  if (part.length > 0) yield part;
}

/** The leaves as they were sealed; a record that is no longer there, or no longer the same, shows by its value. */
async function leafLines(tx: Tx, leaves: readonly Leaf[]): Promise<unknown[]> {
  const values = new Map<string, Map<string, unknown>>();
  for (const [kind, of] of Map.groupBy(leaves, (leaf) => leaf.kind)) {
    if (!isLeafKind(kind)) continue;
    values.set(kind, await leafValues(tx, { kind: kind as LeafKindName, ids: of.map(({ recordId }) => recordId) }));
  }
  return leaves.map(({ index, kind, recordId, hash }) => ({
    kind: "leaf",
    index: Number(index),
    of: kind,
    id: recordId,
    hash,
    value: values.get(kind)?.get(recordId),
  }));
}
