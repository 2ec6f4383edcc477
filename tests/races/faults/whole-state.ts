import { isDeepStrictEqual } from "node:util";
import type { Database } from "#db/client.ts";

/** All that a database holds: how many rows each table has, and what they hold together. */
export interface WholeState {
  readonly rows: Readonly<Record<string, number>>;
  readonly contents: Readonly<Record<string, string>>;
}

/** Counts of attempts are kept whatever becomes of the attempt. */
const LEFT_OUT = ["rate_limits"];

/** Reads the state of one database over and over: its tables are looked up once. */
export async function stateReader(database: Database): Promise<() => Promise<WholeState>> {
  const tables = await database.run(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const names = tables.map(({ name }) => String(name)).filter((name) => !LEFT_OUT.includes(name));
  // A sum tells the same rows in any order.
  const each = names.map(
    (name) =>
      `SELECT '${name}' AS name, count(*)::int AS rows, COALESCE(sum(hashtextextended(t::text, 0)::numeric), 0)::text AS contents FROM ${name} t`,
  );
  const text = each.join(" UNION ALL ");
  return async () => {
    const found = await database.run(text);
    return {
      rows: Object.fromEntries(found.map(({ name, rows }) => [String(name), Number(rows)])),
      contents: Object.fromEntries(found.map(({ name, contents }) => [String(name), String(contents)])),
    };
  };
}

/** The tables whose rows are others than before. */
export function changedTables(before: WholeState, after: WholeState): string[] {
  return Object.keys(after.contents).filter((name) => after.contents[name] !== before.contents[name]);
}

/** How many rows came to each table that got or lost any. */
export function rowsMade(before: WholeState, after: WholeState): Record<string, number> {
  const made = Object.entries(after.rows).map(([name, rows]) => [name, rows - (before.rows[name] ?? 0)] as const);
  return Object.fromEntries(made.filter(([, rows]) => rows !== 0));
}

export const isSameState = (one: WholeState, other: WholeState) => isDeepStrictEqual(one, other);
