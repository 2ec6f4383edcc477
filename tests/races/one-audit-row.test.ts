import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { appRouter } from "#server/api/root.ts";
import { withoutTransactions } from "#tests/support/broken-database.ts";
import { OWN_ACTS, WRITING_NOTHING } from "#tests/support/own-acts.ts";
import { htmlPage, type PageServer, servePages } from "#tests/support/page-server.ts";
import { PRIVILEGED_ACTS } from "#tests/support/privileged-acts.ts";
import { actOf, type Stage, setStage } from "#tests/support/stage.ts";
import { proposed } from "#tests/support/stage-facts.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise O2: each privileged act writes one audit row, in its own transaction; what is refused writes none. */
let database: Database;
let pages: PageServer;
let on: Stage;
beforeAll(async () => {
  database = await testDatabase();
  pages = await servePages(htmlPage("<title>Envoys meet</title>"));
  on = await setStage(database.prisma, pages.outbound);
});
afterAll(() => Promise.all([database.close(), pages.close()]));

/** Audit rows of one person. */
const rowsOf = (ctx: Stage["admin"]) => database.prisma.auditEntry.count({ where: { actorId: ctx.actor.id } });

test("O2: every mutation of the router is either privileged and counted, or somebody's own", () => {
  const mutations = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)
    .filter(([, { _def }]) => _def.type === "mutation")
    .map(([path]) => path);
  expect(mutations.toSorted()).toEqual(
    [...Object.keys(PRIVILEGED_ACTS), ...Object.keys(OWN_ACTS), ...WRITING_NOTHING].toSorted(),
  );
});

test.each(Object.entries(PRIVILEGED_ACTS))(
  "O2: %s writes one audit row when it is done, and none when it is refused",
  async (path, [who, inputOf]) => {
    const input = await inputOf(on);
    const refused = await rowsOf(on.member);
    await expect(actOf(on, on.member, path)(input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await rowsOf(on.member)).toBe(refused);
    const person = on[who];
    const before = await rowsOf(person);
    await actOf(on, person, path)(input);
    expect((await rowsOf(person)) - before).toBe(1);
  },
);

test("O2 sees an act whose audit row is not in its transaction: what is taken back leaves a row behind", async () => {
  const resolutionId = await proposed(on);
  await database.run(`CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stop'; END $$;
    CREATE TRIGGER fail_here BEFORE INSERT ON final_resolutions FOR EACH ROW EXECUTE FUNCTION fail_here()`);
  const before = await rowsOf(on.admin);
  await expect(on.callerOf(on.admin).resolution.approve({ resolutionId, note: "" })).rejects.toThrow();
  expect(await rowsOf(on.admin)).toBe(before);
  const db = withoutTransactions(database.prisma, 1000);
  await expect(on.callerOf({ ...on.admin, db }).resolution.approve({ resolutionId, note: "" })).rejects.toThrow();
  expect(await rowsOf(on.admin)).toBe(before + 1);
});
