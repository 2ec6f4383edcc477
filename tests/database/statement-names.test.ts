import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { PLANNED_ANEW, statementNames } from "#db/statement-names.ts";
import { type PostgresServer, startPostgres } from "#tests/support/postgres-server.ts";

let server: PostgresServer;
let db: Database;
beforeAll(async () => {
  server = await startPostgres();
  db = await openPostgres(server.url);
});
afterAll(async () => {
  await db?.close();
  await server?.stop();
});

test("a text keeps its name, and another has another", () => {
  const nameOf = statementNames();
  const [one, two] = [nameOf("SELECT 1"), nameOf("SELECT 2")];
  expect([nameOf("SELECT 1"), one === two, one === ""]).toEqual([one, false, false]);
});

test("a long list has no name, nor has what is to be planned anew, and there is an end to names", () => {
  const nameOf = statementNames();
  expect(nameOf(`SELECT * FROM things WHERE ${PLANNED_ANEW} at < $1`)).toBe("");
  const list = Array.from({ length: 25 }, (_, i) => `$${i + 1}`).join();
  expect(nameOf(`SELECT * FROM things WHERE id IN (${list})`)).toBe("");
  const names = Array.from({ length: 2000 }, (_, i) => nameOf(`SELECT ${i}`));
  expect(new Set(names).size).toBeLessThan(1000);
  expect(names.at(-1)).toBe("");
});

test("a connection plans a statement once, however often it is asked", async () => {
  const planned = await db.prisma.$transaction(async (tx) => {
    for (const n of [1, 2, 3]) await tx.$queryRaw`SELECT ${n}::int + 1 AS "howMany"`;
    return tx.$queryRaw<{ calls: number }[]>`
      SELECT (generic_plans + custom_plans)::int AS calls FROM pg_prepared_statements WHERE statement LIKE '%howMany%' AND statement NOT LIKE '%generic_plans%'`;
  });
  expect(planned).toEqual([{ calls: 3 }]);
});

test("a table that gains a column while a connection is open is read as before", async () => {
  await db.run("CREATE TABLE things (id int); INSERT INTO things VALUES (7)");
  const read = () => db.prisma.$transaction((tx) => tx.$queryRaw`SELECT id FROM things`);
  expect(await read()).toEqual([{ id: 7 }]);
  await db.run("ALTER TABLE things ADD COLUMN name text");
  expect(await read()).toEqual([{ id: 7 }]);
});
