import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, embeddedDatabase } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { schemaDiff } from "#tests/support/schema-diff.ts";

let client: PGlite;
let db: Database;
beforeAll(async () => {
  client = await PGlite.create();
  db = embeddedDatabase(client, () => {});
  await migrate(db);
});
afterAll(() => db.close());

/** Only what the engine would do, without its comments. */
const statements = (script: string) => script.replace(/^--.*$/gm, "").trim();

test("the migrations make the database that prisma/schema describes", async () => {
  expect(statements(await schemaDiff(client))).toBe("");
});

test("a column that the schema has and the database lacks is noticed", async () => {
  await client.exec("BEGIN; ALTER TABLE questions DROP COLUMN title CASCADE; COMMIT");
  expect(statements(await schemaDiff(client))).toMatch(/ADD COLUMN\s+"title"/);
});
