import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

/** What a file says first: which tables it holds, and after which migrations. */
export const headLine = z.strictObject({
  parley: z.literal("backup"),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  database: z.enum(["embedded", "postgres"]),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: hash })).min(1),
  tables: z.array(z.string()).min(1),
});
/** Before the rows of a table, each of which is a line with an array of texts. */
export const tableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
/** After them: how many there were, and the hash of their lines. */
export const tableEndLine = z.strictObject({ end: z.string(), rows: count, sha256: hash });
export const sequencesLine = z.strictObject({
  sequences: z.record(z.string(), z.strictObject({ last: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
});
/** Last: how many lines there are before this one, and the hash of all of them. */
export const endLine = z.strictObject({ parley: z.literal("end"), lines: count, sha256: hash });

export type BackupHead = z.infer<typeof headLine>;
export type Sequences = z.infer<typeof sequencesLine>["sequences"];

/** One table of a backup, as it was when the backup was made. */
export interface KeptTable {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}
