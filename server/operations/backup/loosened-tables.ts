import type { Run } from "#db/client.ts";
import { quoted } from "./table-shape.ts";

/** How a trigger is enabled, by what the catalogue calls it. */
const ENABLING: Record<string, string> = { O: "ENABLE", R: "ENABLE REPLICA", A: "ENABLE ALWAYS", D: "DISABLE" };

/**
 * Lets rows be put into tables as they were: without the triggers that would stamp, forbid and number them anew, and
 * without the references between tables, which are checked all at once when they are put back. The owner of the tables may
 * do this; a superuser is not needed. It is part of the transaction: whatever ends that, the tables are as before. Gives the
 * function that puts everything back.
 */
export async function loosenTables(run: Run, tables: readonly string[]): Promise<() => Promise<void>> {
  const references = await run(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname COLLATE "C"`,
  );
  const triggers = await run(
    `SELECT tgrelid::regclass::text AS "table", tgname AS name, tgenabled::text AS enabled
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname COLLATE "C", tgname COLLATE "C"`,
  );
  await run(`LOCK TABLE ${tables.map(quoted).join(", ")} IN ACCESS EXCLUSIVE MODE`);
  for (const { table, name } of references) await run(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(String(name))}`);
  for (const { table, name } of triggers) await run(`ALTER TABLE ${table} DISABLE TRIGGER ${quoted(String(name))}`);
  return async () => {
    for (const { table, name, enabled } of triggers) {
      await run(`ALTER TABLE ${table} ${ENABLING[String(enabled)]} TRIGGER ${quoted(String(name))}`);
    }
    for (const { table, name, definition } of references) {
      await run(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(String(name))} ${definition}`);
    }
  };
}
