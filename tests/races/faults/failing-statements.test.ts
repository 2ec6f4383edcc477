import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openPostgres } from "#db/client.ts";
import { checkDatabase } from "#services/verify/check-database.ts";
import { withoutTransactions } from "#tests/support/broken-database.ts";
import { htmlPage, type PageServer, servePages } from "#tests/support/page-server.ts";
import { type PostgresProxy, postgresProxy } from "#tests/support/postgres-proxy.ts";
import { prepareAct, WRITING } from "#tests/support/prepared-act.ts";
import { PRIVILEGED_ACTS } from "#tests/support/privileged-acts.ts";
import { urlOf } from "#tests/support/second-pool.ts";
import { type Stage, setStage } from "#tests/support/stage.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { failEachStatement, type Walk } from "./failing-statements.ts";
import { stateReader, type WholeState } from "./whole-state.ts";

/** Promise D3: whichever statement of whichever change fails, nothing is half done, and the same change can be tried again. */
const FATES = ["refused", "cut before", "cut after"] as const;

let database: Database;
let pages: PageServer;
let proxy: PostgresProxy;
let through: Database;
let on: Stage;
let readState: () => Promise<WholeState>;
const figures = { statements: 0, failures: 0, doneUnheard: 0 };
beforeAll(async () => {
  database = await testDatabase();
  pages = await servePages(htmlPage("<title>Envoys meet</title>"));
  on = await setStage(database.prisma, pages.outbound);
  // Brings the countries that imported events name, which are made once.
  await (await prepareAct(on, "inbox.decide")).run(database.prisma);
  proxy = await postgresProxy(await urlOf(database));
  through = await openPostgres(proxy.url);
  readState = await stateReader(database);
});
afterAll(async () => {
  console.log(
    `D3: ${WRITING.length} mutations of ${figures.statements} statements, failed ${figures.failures} times; ${figures.doneUnheard} were done though the answer was lost`,
  );
  await through.close();
  await proxy.close();
  await pages.close();
  await database.close();
});

async function walkThrough(path: string): Promise<Walk[]> {
  const walks: Walk[] = [];
  const walking = { proxy, database, readState, db: through.prisma };
  for (const fate of FATES) walks.push(await failEachStatement(walking, fate, () => prepareAct(on, path)));
  return walks;
}

test.each(WRITING)("D3: %s is done whole or not at all, whichever of its statements fails", async (path) => {
  const walks = await walkThrough(path);
  expect(walks.flatMap(({ faults }) => faults)).toEqual([]);
  const [{ statements, made } = { statements: 0, made: {} as Record<string, number> }] = walks;
  expect(statements).toBeGreaterThan(0);
  if (path in PRIVILEGED_ACTS) expect(made.audit_entries).toBe(1);
  expect((await checkDatabase(database.prisma)).faults).toEqual([]);
  figures.statements += statements;
  figures.failures += walks.reduce((sum, walk) => sum + walk.statements, 0);
  figures.doneUnheard += walks.reduce((sum, walk) => sum + walk.doneUnheard, 0);
});

test("D3 sees a change without a transaction: what its first statements did stays when a later one fails", async () => {
  const db = withoutTransactions(through.prisma, Number.POSITIVE_INFINITY);
  const { faults } = await failEachStatement({ proxy, database, readState, db }, "cut before", () =>
    prepareAct(on, "event.log"),
  );
  expect(faults.join("\n")).toContain("changed events");
});
