import { inject } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";

/** The address of a test's own database on Postgres. */
export async function urlOf(database: Database): Promise<string> {
  const [row] = await database.run("SELECT current_database() AS name");
  return Object.assign(new URL(inject("postgresUrl") ?? ""), { pathname: `/${String(row?.name)}` }).href;
}

/** A second pool of connections to a test's own database on Postgres, so that more can act at once than one pool lets. */
export async function secondPool(database: Database): Promise<Database> {
  return openPostgres(await urlOf(database));
}
