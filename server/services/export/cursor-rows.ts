import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";

const ROWS_AT_ONCE = 1_000;

/**
 * The rows of a query, a thousand at a time, however many there are: as records without the members that are null. The database
 * makes the text of each, since a value each would cost several times as much to decode.
 */
export async function* cursorRows<Row>(tx: Tx, query: Prisma.Sql): AsyncGenerator<Row> {
  await tx.$executeRaw`DECLARE exported_rows NO SCROLL CURSOR FOR
    SELECT json_strip_nulls(row_to_json(r))::text AS row FROM (${query}) AS r`;
  for (let left = true; left; ) {
    const rows = await tx.$queryRaw<{ row: string }[]>`FETCH 1000 FROM exported_rows`;
    for (const { row } of rows) yield JSON.parse(row) as Row;
    left = rows.length === ROWS_AT_ONCE;
  }
  await tx.$executeRaw`CLOSE exported_rows`;
}

/** The ids that a query gives as `id`, in its order, so many at a time. */
export async function* idPages(tx: Tx, query: Prisma.Sql): AsyncGenerator<string[]> {
  await tx.$executeRaw`DECLARE exported_ids NO SCROLL CURSOR FOR SELECT r.id::text AS id FROM (${query}) AS r`;
  for (let left = true; left; ) {
    const rows = await tx.$queryRaw<{ id: string }[]>`FETCH 100 FROM exported_ids`;
    left = rows.length > 0;
    if (left) yield rows.map(({ id }) => id);
  }
  await tx.$executeRaw`CLOSE exported_ids`;
}

/** Rows in the order of their ids. */
export function inOrderOf<Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What belongs to one topic, by the column that names it; everything without a topic. */
export function ofTopic(column: Prisma.Sql, topic: string | undefined): Prisma.Sql {
  return topic === undefined
    ? Prisma.sql`TRUE`
    : Prisma.sql`${column} = (SELECT t.id FROM topics t WHERE t.slug = ${topic})`;
}
