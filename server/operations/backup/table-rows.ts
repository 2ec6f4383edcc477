import type { Run } from "#db/client.ts";
import { quoted, type TableShape } from "./table-shape.ts";

const ROWS_AT_ONCE = 500;

/** Settings under which the same value is always the same text. */
export const SAME_TEXTS =
  "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601'; " +
  "SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL xmloption = 'content'";

/**
 * The rows of a table, some at a time, each as one line: an array of the texts of its values. What is in memory does not
 * grow with the table.
 */
export async function* tableRows(run: Run, { name, columns, order }: TableShape): AsyncGenerator<string[]> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(", ");
  await run(
    `DECLARE backup_rows NO SCROLL CURSOR FOR
      SELECT to_json(ARRAY[${values}]::text[])::text AS line FROM ${quoted(name)} ORDER BY ${order}`,
  );
  for (;;) {
    const rows = await run(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`);
    if (rows.length === 0) break;
    // Written anew, so that no difference between servers in how they write JSON shows.
    yield rows.map(({ line }) => `${JSON.stringify(JSON.parse(String(line)))}\n`);
  }
  await run("CLOSE backup_rows");
}
