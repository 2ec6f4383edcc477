import { openAsBlob } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import { type Database, embeddedDatabase, openPostgres } from "#db/client.ts";
import { connectAllReactions } from "#services/reaction/reactions.ts";
import { TEMPLATE } from "./services-setup.ts";

connectAllReactions();

let made = 0;

async function postgresDatabase(serverUrl: string): Promise<Database> {
  const name = `test_${process.pid}_${++made}`;
  const server = await openPostgres(serverUrl);
  await server.run(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  await server.close();
  const db = await openPostgres(Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href);
  return {
    ...db,
    async close() {
      await db.close();
      const again = await openPostgres(serverUrl);
      await again.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await again.close();
    },
  };
}

/** A migrated, empty database of the kind this project's tests run on. Close it when done. */
export async function testDatabase(): Promise<Database> {
  const serverUrl = inject("postgresUrl");
  if (serverUrl) return postgresDatabase(serverUrl);
  const dump = inject("embeddedDump");
  if (!dump) throw new Error("This project of tests has no database; see tests/support/services-setup.ts.");
  const client = await PGlite.create({ loadDataDir: await openAsBlob(dump) });
  await client.exec("SET timezone = 'UTC'");
  return embeddedDatabase(client, () => {});
}
