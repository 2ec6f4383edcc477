import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import { type Database, type Db, openPostgres } from "#db/client.ts";
import { checkDatabase } from "#services/verify/check-database.ts";
import { htmlPage, type PageServer, servePages } from "#tests/support/page-server.ts";
import { prepareAct, WRITING } from "#tests/support/prepared-act.ts";
import { urlOf } from "#tests/support/second-pool.ts";
import { type Stage, setStage } from "#tests/support/stage.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { changedTables, stateReader, type WholeState } from "./whole-state.ts";

/** Promise D7: while the database takes no changes, each is refused in words with 503, what is read is read, and nothing is harmed. */
const READ_ONLY = "-c timezone=UTC -c default_transaction_read_only=on";

let database: Database;
let readOnly: Database;
let pages: PageServer;
let on: Stage;
let readState: () => Promise<WholeState>;
beforeAll(async () => {
  database = await testDatabase();
  pages = await servePages(htmlPage("<title>Envoys meet</title>"));
  on = await setStage(database.prisma, pages.outbound);
  readOnly = await openPostgres(`${await urlOf(database)}?options=${encodeURIComponent(READ_ONLY)}`);
  readState = await stateReader(database);
});
afterAll(async () => {
  await readOnly.close();
  await pages.close();
  await database.close();
});

/** How a refusal is told; what was done all the same has no code. */
async function toldTo(act: Promise<unknown>): Promise<unknown[]> {
  const error: unknown = await act.then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  if (!(error instanceof TRPCError && error.cause instanceof DomainError)) return [String(error)];
  return [error.code, error.cause.code, error.message];
}

async function faultsOf(path: string, db: Db): Promise<unknown[]> {
  const act = await prepareAct(on, path);
  const before = await readState();
  const told = await toldTo(act.run(db));
  const changed = changedTables(before, await readState());
  const isRefused = told[0] === "SERVICE_UNAVAILABLE" && told[1] === "database_must_take_changes";
  const isInWords = String(told[2]).includes("takes no changes at the moment");
  return [...(isRefused && isInWords ? [] : told), ...changed];
}

test.each(WRITING)(
  "D7: %s is refused in words while the database takes no changes, and changes nothing",
  async (path) => {
    expect(await faultsOf(path, readOnly.prisma)).toEqual([]);
  },
);

test("D7: all that is read is read meanwhile", async () => {
  const caller = on.callerOf({ ...on.moderator, db: readOnly.prisma });
  expect((await caller.question.list({})).items.length).toBeGreaterThan(0);
  expect((await caller.event.list({})).items.length).toBeGreaterThan(0);
  expect((await caller.market.portfolio()).positions).toEqual([]);
  const auditor = on.callerOf({ ...on.admin, db: readOnly.prisma });
  expect((await auditor.audit.list({})).items.length).toBeGreaterThan(0);
  expect((await checkDatabase(readOnly.prisma)).faults).toEqual([]);
});

test("D7 sees a change that is not refused: on the database as it is", async () => {
  expect(await faultsOf("event.log", database.prisma)).toContain("events");
});
