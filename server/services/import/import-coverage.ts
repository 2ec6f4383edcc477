import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { databaseNow } from "#services/transact.ts";
import { coverageIds } from "./bundle-ids.ts";
import type { Importing } from "./importing.ts";

type Coverage = BundleDocument["coverage"][number];

export interface CoverageHere {
  /** The statements that are here already. */
  readonly ids: ReadonlySet<string>;
  /** Those in whose place another was signed here: each is replaced once. */
  readonly replaced: ReadonlySet<string>;
}

export async function coverageHere(db: Pick<Tx, "$queryRaw">, statements: readonly Coverage[]): Promise<CoverageHere> {
  const rows = await db.$queryRaw<{ id: string; isReplaced: boolean }[]>`
    SELECT c.id::text AS id, EXISTS (SELECT FROM coverage n WHERE n.supersedes_id = c.id) AS "isReplaced"
    FROM coverage c WHERE c.id = ANY (${coverageIds(statements)}::uuid[])`;
  return {
    ids: new Set(rows.map(({ id }) => id)),
    replaced: new Set(rows.flatMap(({ id, isReplaced }) => (isReplaced ? [id] : []))),
  };
}

type KeptCoverage = Coverage & { readonly keptId: string };

/** Statements with the ids under which they are kept, each after the one that it replaces. */
function afterWhatTheyReplace(statements: readonly Coverage[]): KeptCoverage[] {
  const ids = coverageIds(statements);
  const kept = statements.map((statement, i) => ({ ...statement, keptId: ids[i] as string }));
  const byId = new Map(kept.map((statement) => [statement.id, statement]));
  const depthOf = (statement: KeptCoverage) => {
    let depth = 0;
    let at: KeptCoverage | undefined = statement;
    for (; at?.supersedes !== undefined && depth < kept.length; depth++) at = byId.get(at.supersedes);
    return depth;
  };
  return kept.toSorted((one, other) => depthOf(one) - depthOf(other));
}

/**
 * Puts the statements of coverage here that are not here yet; those that say when they were signed keep that time. One that would
 * replace what another has replaced here is left out. Gives how many were put here.
 */
export async function importCoverage(
  tx: Tx,
  { batchId, importerId }: Pick<Importing, "batchId" | "importerId">,
  statements: readonly Coverage[],
  { topicIds, here }: { topicIds: ReadonlyMap<string, string>; here: CoverageHere },
): Promise<number> {
  const inOrder = afterWhatTheyReplace(statements);
  const keptIdOf = new Map(inOrder.map(({ id, keptId }) => [id, keptId]));
  let added = 0;
  for (const { keptId, topic, coversFrom, coversUntil, signedAt, supersedes, types, actors, note } of inOrder) {
    const topicId = topicIds.get(topic);
    const supersedesId = supersedes === undefined ? null : keptIdOf.get(supersedes);
    if (topicId === undefined || supersedesId === undefined) throw new Error(`Coverage ${keptId} was not checked.`);
    if (here.ids.has(keptId) || (supersedesId !== null && here.replaced.has(supersedesId))) continue;
    const span = { coversFrom: new Date(coversFrom), coversUntil: new Date(coversUntil) };
    const signed = signedAt === undefined ? await databaseNow(tx) : new Date(signedAt);
    const stated = { types, actors, note, ...span, signedAt: signed, supersedesId };
    await tx.coverage.create({
      data: { id: keptId, topicId, ...stated, signedById: importerId, importBatchId: batchId },
    });
    added += 1;
  }
  return added;
}
