import type { Database, Db } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";

/** A column of the database that says whose a row is. */
interface OwnerColumn {
  readonly table: string;
  readonly column: string;
  readonly hasId: boolean;
}

/** Every column that refers to a person, as the database itself lists them. */
export async function ownerColumns({ prisma }: Database): Promise<OwnerColumn[]> {
  return prisma.$queryRaw<OwnerColumn[]>`
    SELECT c.conrelid::regclass::text AS table, a.attname::text AS column, EXISTS (
        SELECT FROM pg_attribute i WHERE i.attrelid = c.conrelid AND i.attname = 'id' AND i.atttypid = 'uuid'::regtype
      ) AS "hasId"
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.confrelid = 'users'::regclass AND c.contype = 'f' ORDER BY 1, 2`;
}

const named = (name: string) => Prisma.raw(`"${name}"`);

/** One id of each kind of thing that is a person's. */
export async function idsOfThings(db: Db, columns: readonly OwnerColumn[], personId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { table, column, hasId } of columns) {
    if (!hasId) continue;
    const [row] = await db.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM ${named(table)} WHERE ${named(column)} = ${personId}::uuid ORDER BY id LIMIT 1`;
    if (row) ids.push(row.id);
  }
  return ids;
}

/** All rows that are a person's, whole, with the place they stand in, and the person's own. */
export async function rowsOfPerson(db: Db, columns: readonly OwnerColumn[], personId: string): Promise<string[]> {
  const parts = [
    Prisma.sql`SELECT 'users ' || t::text AS row FROM users t WHERE id = ${personId}::uuid`,
    ...columns.map(
      ({ table, column }) => Prisma.sql`
        SELECT ${table}::text || ' ' || t::text FROM ${named(table)} t WHERE ${named(column)} = ${personId}::uuid`,
    ),
  ];
  const rows = await db.$queryRaw<{ row: string }[]>`${Prisma.join(parts, " UNION ALL ")} ORDER BY 1`;
  return rows.map(({ row }) => row);
}

/**
 * What was done to somebody's rows: each that is gone or no longer as it was, and each that is new, but for what they are told,
 * which others' acts bring about.
 */
export function changesOf(before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [
    ...before.filter((row) => !is.has(row)).map((row) => `no longer: ${row}`),
    ...after.filter((row) => !was.has(row) && !row.startsWith("notices ")).map((row) => `new: ${row}`),
  ];
}
