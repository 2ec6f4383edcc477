import { createHash } from "node:crypto";
import type { Db } from "#db/client.ts";
import { authorize } from "../authorize.ts";
import type { BundleText } from "../bundle/bundle-document.ts";
import type { ServiceContext } from "../context.ts";
import { isLeafKind, type LeafKindName } from "../seal/leaf-kinds.ts";
import { leafValues } from "../seal/leaf-values.ts";
import { bundleText } from "./bundle-text.ts";

const LEAVES_AT_ONCE = 2_000;

/**
 * A bundle together with the record it came from, one record a line: every sealed leaf with what stands in the database
 * now, each seal after its leaves, and last the hash of the whole file. `parley verify` checks it without a database.
 */
export async function* recordText(
  ctx: ServiceContext,
  bundle: BundleText,
  progress: (done: number, total: number) => void = () => {},
): AsyncGenerator<string> {
  authorize(ctx, "run_export");
  const digest = createHash("sha256");
  let lines = 0;
  const line = (text: string) => {
    digest.update(text);
    lines += 1;
    return text;
  };
  for (const text of bundleText(bundle, "ndjson")) yield line(text);
  for await (const value of recordLines(ctx.db, progress)) yield line(`${JSON.stringify(value)}\n`);
  yield `${JSON.stringify({ kind: "end", lines, sha256: digest.digest("hex") })}\n`;
}

async function* recordLines(db: Db, progress: (done: number, total: number) => void): AsyncGenerator<unknown> {
  const bots = await db.user.findMany({ where: { isBot: true }, orderBy: { id: "asc" }, select: { id: true } });
  const seals = await db.seal.findMany({ orderBy: { number: "asc" } });
  const total = Number(seals.at(-1)?.untilIndex ?? 0);
  yield { kind: "record", version: 1, leaves: total, seals: seals.length, bots: bots.map(({ id }) => id) };
  for (const { peaks: _, counts: __, ...seal } of seals) {
    const [from, until] = [Number(seal.fromIndex), Number(seal.untilIndex)];
    for (let start = from; start < until; start += LEAVES_AT_ONCE) {
      yield* await leafLines(db, start, Math.min(start + LEAVES_AT_ONCE, until));
      progress(Math.min(start + LEAVES_AT_ONCE, until), total);
    }
    yield { kind: "seal", ...seal, fromIndex: from, untilIndex: until, at: seal.at.toISOString() };
  }
}

/** The leaves as they were sealed; a record that is no longer there, or no longer the same, shows by its value. */
async function leafLines(db: Db, from: number, until: number): Promise<unknown[]> {
  const leaves = await db.leaf.findMany({ where: { index: { gte: from, lt: until } }, orderBy: { index: "asc" } });
  const values = new Map<string, Map<string, unknown>>();
  for (const [kind, of] of Map.groupBy(leaves, (leaf) => leaf.kind)) {
    if (!isLeafKind(kind)) continue;
    values.set(kind, await leafValues(db, { kind: kind as LeafKindName, ids: of.map(({ recordId }) => recordId) }));
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
