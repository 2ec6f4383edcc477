import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { embeddedDatabase, openPostgres } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which every test file makes a database of its own; absent where tests run embedded. */
    postgresUrl: string | undefined;
    /** A migrated embedded database, packed; absent where tests run on Postgres. */
    embeddedDump: string | undefined;
  }
}

/** The database that test files on Postgres copy. */
export const TEMPLATE = "parley_template";

export async function prepareTemplate(serverUrl: string): Promise<void> {
  const server = await openPostgres(serverUrl);
  await server.run(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await server.run(`CREATE DATABASE ${TEMPLATE}`);
  await server.close();
  const template = await openPostgres(Object.assign(new URL(serverUrl), { pathname: `/${TEMPLATE}` }).href);
  await migrate(template);
  await template.close();
}

async function onPostgres(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  await prepareTemplate(server.url);
  project.provide("postgresUrl", server.url);
  project.provide("embeddedDump", undefined);
  return () => server.stop();
}

async function onEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), "parley-embedded-"));
  const file = join(directory, "migrated.tar");
  const client = await PGlite.create();
  const db = embeddedDatabase(client, () => {});
  await migrate(db);
  const dump = await client.dumpDataDir("none");
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  await db.close();
  project.provide("postgresUrl", undefined);
  project.provide("embeddedDump", file);
  return async () => rmSync(directory, { recursive: true, force: true });
}

/** Readies the database that a project's tests run on: each project names its own. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return project.config.env.PARLEY_TEST_ON === "postgres" ? onPostgres(project) : onEmbedded(project);
}
