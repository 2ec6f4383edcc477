import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { LEAF_KINDS, type LeafKindName } from "./leaf-kinds.ts";

/** What stands in the database of records of one kind, by their ids; nothing of those that are not there. */
export async function leafValues(
  db: Db | Tx,
  { kind, ids, reader }: { kind: LeafKindName; ids: readonly string[]; reader?: Pick<ServiceContext, "actor" | "now"> },
): Promise<Map<string, unknown>> {
  const { key, keyType, value, rows, isReadable } = LEAF_KINDS[kind];
  const asked = keyType === "uuid" ? Prisma.sql`${ids}::uuid[]` : Prisma.sql`${ids}::text[]::bigint[]`;
  const found = await db.$queryRaw<{ id: string; value: unknown }[]>`
    SELECT ${key}::text AS id, ${value} AS value FROM ${rows}
    WHERE ${key} = ANY(${asked}) AND ${reader ? isReadable(reader) : Prisma.sql`TRUE`}`;
  return new Map(found.map((row) => [row.id, row.value]));
}
