import { sumOfPacked } from "#core/calibration/packed-cells.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { writeTogether } from "./write-together.ts";

/** What one question adds to (or, with signs turned round, takes from) each subject's packed calibration cells. */
export type CalibrationChanges = ReadonlyMap<string, Uint8Array>;

interface KeptTables {
  /** "subject scope", with the length of its cells. */
  readonly keys: string[] | null;
  readonly lengths: number[] | null;
}

const NOTHING = new Uint8Array(0);

/** What puts the first changes in the place of the second ones. */
export function calibrationDifference(after: CalibrationChanges, before: CalibrationChanges): CalibrationChanges {
  const subjects = new Set([...after.keys(), ...before.keys()]);
  return new Map(
    [...subjects].map((one) => [one, sumOfPacked(after.get(one) ?? NOTHING, before.get(one) ?? NOTHING, -1)]),
  );
}

/**
 * Adds one question's changes to the calibration of some scopes, under `lockScoreTables`: a row for each subject and scope, of
 * whole numbers, so what was added can be taken back exactly. A row that holds nothing is removed.
 */
export async function addToCalibration(tx: Tx, scopes: readonly string[], changes: CalibrationChanges): Promise<void> {
  await writeTogether(tx, await calibrationWrites(tx, scopes, changes));
}

/** The writes that do so, from what the tables hold now. */
export async function calibrationWrites(
  tx: Tx,
  scopes: readonly string[],
  changes: CalibrationChanges,
): Promise<Prisma.Sql[]> {
  const subjects = [...changes].flatMap(([subject, cells]) => (cells.length > 0 ? [subject] : []));
  if (subjects.length === 0 || scopes.length === 0) return [];
  const kept = await keptTables(tx, scopes, subjects);
  const sums = subjects.flatMap((subject) =>
    scopes.map((scope) => {
      const cells = sumOfPacked(kept.get(`${subject} ${scope}`) ?? NOTHING, changes.get(subject) ?? NOTHING);
      return { subject, scope, cells };
    }),
  );
  const filled = sums.filter(({ cells }) => cells.length > 0);
  const emptied = sums.filter(({ cells }) => cells.length === 0);
  return [...(filled.length > 0 ? [upsertOf(filled)] : []), ...(emptied.length > 0 ? [removalOf(emptied)] : [])];
}

interface TableKey {
  readonly subject: string;
  readonly scope: string;
}

function removalOf(emptied: readonly TableKey[]): Prisma.Sql {
  return Prisma.sql`
    DELETE FROM calibration_tables t
    USING unnest(${emptied.map(({ subject }) => subject)}::text[], ${emptied.map(({ scope }) => scope)}::text[])
      AS gone (subject, scope)
    WHERE t.subject = gone.subject AND t.scope = gone.scope`;
}

/** What the tables hold, by "subject scope". All cells come as one value: a value each would cost ten times as much. */
async function keptTables(tx: Tx, scopes: readonly string[], subjects: readonly string[]) {
  const [row] = await tx.$queryRaw<{ tables: string; cells: Uint8Array | null }[]>`
    SELECT json_build_object('keys', json_agg(subject || ' ' || scope), 'lengths', json_agg(length(cells)))::text AS tables,
      string_agg(cells, ''::bytea) AS cells
    FROM (SELECT subject, scope, cells FROM calibration_tables
      WHERE subject = ANY(${subjects}::text[]) AND scope = ANY(${scopes}::text[]) ORDER BY subject, scope) AS kept`;
  const { keys, lengths } = JSON.parse(row?.tables ?? "{}") as KeptTables;
  let from = 0;
  return new Map(
    (keys ?? []).map((key, i) => {
      const cells = (row?.cells ?? NOTHING).subarray(from, from + (lengths?.[i] ?? 0));
      from += cells.length;
      return [key, cells];
    }),
  );
}

function upsertOf(rows: readonly (TableKey & { cells: Uint8Array })[]): Prisma.Sql {
  let end = 0;
  const places = rows.map(({ cells }) => {
    end += cells.length;
    return end - cells.length;
  });
  return Prisma.sql`
    INSERT INTO calibration_tables (subject, scope, cells)
    SELECT r.subject, r.scope, substring(whole.cells FROM r.place + 1 FOR r.length)
    FROM (SELECT ${Buffer.concat(rows.map(({ cells }) => cells))}::bytea AS cells OFFSET 0) AS whole,
      unnest(${rows.map(({ subject }) => subject)}::text[], ${rows.map(({ scope }) => scope)}::text[], ${places}::int[],
        ${rows.map(({ cells }) => cells.length)}::int[]) AS r (subject, scope, place, length)
    ON CONFLICT (subject, scope) DO UPDATE SET cells = EXCLUDED.cells`;
}
