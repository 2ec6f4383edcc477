import { inject } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";

/** A second pool of connections to a test's own database on Postgres, so that more can act at once than one pool lets. */
export async function secondPool(database: Database): Promise<Database> {
  const [row] = await database.run("SELECT current_database() AS name");
  const url = new URL(inject("postgresUrl") ?? "");
  return openPostgres(Object.assign(url, { pathname: `/${String(row?.name)}` }).href);
}
