import type { Run } from "#db/client.ts";

/** One table of Parley's, as a backup keeps it. */
export interface TableShape {
  readonly name: string;
  /** The columns that are stored, in order: not those that the database computes. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** What its rows are put in order by: the primary key, or everything where there is none. */
  readonly order: string;
}

/** Kept by the migration runner itself: a backup names the migrations in its first line. */
const NOT_KEPT = ["_prisma_migrations"];

const COLUMNS = `
SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
  COALESCE(array_position(string_to_array(i.indkey::text, ' ')::int[], a.attnum::int), 0) AS key,
  t.typcollation <> 0 AS "isCollated"
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attgenerated = ''
ORDER BY c.relname COLLATE "C", a.attnum`;

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** Its place in the primary key, from 1; 0 when it is not part of it. */
  readonly key: number;
  readonly isCollated: boolean;
}

/** A name as SQL takes it whatever is in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Every table that a backup holds, by name. */
export async function tableShapes(run: Run): Promise<TableShape[]> {
  const rows = (await run(COLUMNS)) as unknown as ColumnRow[];
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return [...byTable]
    .filter(([name]) => !NOT_KEPT.includes(name))
    .map(([name, columns]) => ({
      name,
      columns: columns.map((column) => ({ name: column.name, type: column.type })),
      order: orderOf(columns),
    }));
}

/** The same order on every server, whatever language it sorts by. */
function orderOf(columns: readonly ColumnRow[]): string {
  const ofKey = columns.filter(({ key }) => key > 0).toSorted((a, b) => a.key - b.key);
  if (ofKey.length === 0) return columns.map(({ name }) => `${quoted(name)}::text COLLATE "C"`).join(", ");
  return ofKey.map(({ name, isCollated }) => `${quoted(name)}${isCollated ? ' COLLATE "C"' : ""}`).join(", ");
}
