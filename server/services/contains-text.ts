import { Prisma } from "#db/generated/client.ts";

/** A text as a pattern that only it matches. */
export function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}

/**
 * Whether one of some columns holds a text, whatever its case. Both are compared in Unicode's composed form: what is stored
 * today is, but not what was stored before.
 */
export function containsText(columns: readonly Prisma.Sql[], text: string): Prisma.Sql {
  const pattern = `%${literally(text.normalize("NFC"))}%`;
  const found = columns.map((column) => Prisma.sql`normalize(${column}, NFC) ILIKE ${pattern}`);
  return Prisma.sql`(${Prisma.join(found, " OR ")})`;
}
