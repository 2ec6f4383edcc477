import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { reviseEvent, setEventStatus } from "#services/event/revise-event.ts";
import { eventById } from "#services/event/show-event.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { eventFacts, source } from "#tests/support/event-facts.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let topicId: string;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  ({ id: topicId } = await createTopic(moderator, { title: "The harbour channel", summary: "A story." }));
});
afterAll(() => database.close());

const log = () => logEvent(moderator, { topicId, ...eventFacts() });
const current = async (id: string, asOf?: Date) =>
  (await loadLog(database.prisma, { topicId, asOf })).find((event) => event.id === id);
/** What a revision's own row holds at least. */
const bare = {
  headline: "Envoys meet",
  type: "CONSULT",
  occurredFrom: new Date("2026-02-06T00:00:00Z"),
  occurredUntil: new Date("2026-02-07T00:00:00Z"),
  precision: "day",
  tags: [],
};
/** Long enough for the database's clock to tick. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("revising an event", () => {
  test("appends a statement with its reason and leaves the earlier one as it was", async () => {
    const { id } = await log();
    const facts = eventFacts({ headline: "Envoys meet for two days" });
    const { number } = await reviseEvent(moderator, { eventId: id, reason: "The second day was confirmed.", ...facts });
    expect(number).toBe(2);
    expect(await current(id)).toMatchObject({ headline: "Envoys meet for two days" });
    expect((await eventById(moderator, { eventId: id })).revisions).toMatchObject([
      { number: 2, headline: "Envoys meet for two days", reason: "The second day was confirmed." },
      { number: 1, headline: "Envoys meet in the harbour town", reason: null },
    ]);
  });

  test("needs a reason, which the database itself demands", async () => {
    const { id } = await log();
    const revision = reviseEvent(moderator, { eventId: id, reason: "  ", ...eventFacts() });
    await expect(revision).rejects.toMatchObject({ code: "reason_must_be_given", field: "reason" });
    const row = { eventId: id, number: 2, recordedById: moderator.actor.id, ...bare };
    await expect(database.prisma.eventRevision.create({ data: row })).rejects.toThrow(/event_revisions_reason_given/);
  });

  test("is refused to forecasters, and about events that are not there", async () => {
    const { id } = await log();
    const revision = { reason: "Because.", ...eventFacts() };
    await expect(reviseEvent(await someone(database.prisma), { eventId: id, ...revision })).rejects.toMatchObject({
      code: "actor_must_be_permitted",
    });
    const nowhere = "00000000-0000-7000-8000-000000000000";
    await expect(reviseEvent(moderator, { eventId: nowhere, ...revision })).rejects.toMatchObject({
      code: "subject_must_exist",
    });
  });

  test("is refused when it builds on a statement that is no longer the latest", async () => {
    const { id } = await log();
    const revision = (basedOn: number) =>
      reviseEvent(moderator, { eventId: id, basedOn, reason: "Because.", ...eventFacts() });
    await revision(1);
    await expect(revision(1)).rejects.toMatchObject({ code: "revision_must_build_on_the_latest" });
    expect((await revision(2)).number).toBe(3);
  });

  test("made by eight people at once gives eight different numbers", async () => {
    const { id } = await log();
    const revisions = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        reviseEvent(moderator, { eventId: id, reason: `Reason ${index}.`, ...eventFacts() }),
      ),
    );
    expect(revisions.map(({ number }) => number).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("the current of an event", () => {
  test("a dispute, a retraction and its withdrawal are revisions that state the same, with a reason", async () => {
    const { id } = await log();
    for (const status of ["disputed", "retracted", "reported"] as const) {
      await setEventStatus(moderator, { eventId: id, status, reason: `Now ${status}.` });
      expect(await current(id)).toMatchObject({
        status,
        headline: "Envoys meet in the harbour town",
        sources: [{ publisher: "Example Gazette" }],
      });
    }
    const again = setEventStatus(moderator, { eventId: id, status: "reported", reason: "Again." });
    await expect(again).rejects.toMatchObject({ code: "revision_must_change_something" });
    const actions = await database.prisma.auditEntry.findMany({
      where: { subjectId: id },
      orderBy: { sequence: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "log-event",
      "dispute-event",
      "retract-event",
      "restore-event",
    ]);
  });

  test("two independent origins corroborate it; two copies of one do not", async () => {
    const twoOf = (groups: string[]) =>
      eventFacts({ sources: groups.map((independenceGroup) => source({ independenceGroup })) });
    const { id } = await logEvent(moderator, { topicId, ...twoOf(["wire", "wire"]) });
    await reviseEvent(moderator, { eventId: id, reason: "A second origin.", ...twoOf(["wire", "palace"]) });
    expect((await eventById(moderator, { eventId: id })).revisions.map(({ status }) => status)).toEqual([
      "corroborated",
      "reported",
    ]);
  });
});

describe("the log as known at an instant", () => {
  test("holds what was recorded by then and nothing that came later", async () => {
    const { id, recordedAt } = await log();
    await aMoment();
    const revised = await reviseEvent(moderator, {
      eventId: id,
      reason: "New.",
      ...eventFacts({ headline: "Told anew" }),
    });
    await aMoment();
    const retracted = await setEventStatus(moderator, { eventId: id, status: "retracted", reason: "Never happened." });
    expect(await current(id, new Date(recordedAt.getTime() - 1))).toBeUndefined();
    expect(await current(id, recordedAt)).toMatchObject({ headline: "Envoys meet in the harbour town" });
    expect(await current(id, new Date(revised.recordedAt.getTime() - 1))).toMatchObject({
      headline: "Envoys meet in the harbour town",
    });
    expect(await current(id, revised.recordedAt)).toMatchObject({ headline: "Told anew", status: "reported" });
    expect(await current(id, retracted.recordedAt)).toMatchObject({ headline: "Told anew", status: "retracted" });
    const page = (asOf: Date) => eventById(moderator, { eventId: id, asOf });
    expect((await page(revised.recordedAt)).revisions.map(({ number }) => number)).toEqual([2, 1]);
    await expect(page(new Date(recordedAt.getTime() - 1))).rejects.toMatchObject({ code: "subject_must_exist" });
  });
});

describe("the record of events", () => {
  test.each(["events", "event_revisions", "event_actors", "sources", "coverage"])(
    "%s refuses UPDATE, DELETE and TRUNCATE",
    async (table) => {
      await log();
      const moderatorId = moderator.actor.id;
      await database.run(
        `INSERT INTO coverage (id, topic_id, covers_from, covers_until, signed_by_id)
       VALUES (gen_random_uuid(), $1, '2026-01-01', '2026-01-02', $2)`,
        [topicId, moderatorId],
      );
      const column = {
        events: "topic_id",
        event_revisions: "headline",
        event_actors: "code",
        sources: "url",
        coverage: "note",
      }[table];
      for (const statement of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        await expect(database.run(statement)).rejects.toThrow(/record_must_not_change/);
      }
    },
  );

  test("is stamped by the database, whatever time is sent", async () => {
    const { id } = await log();
    const row = { eventId: id, number: 2, reason: "Back-dated.", recordedById: moderator.actor.id, ...bare };
    const { recordedAt } = await database.prisma.eventRevision.create({
      data: { ...row, recordedAt: new Date("2020-01-01") },
    });
    expect(Math.abs(recordedAt.getTime() - Date.now())).toBeLessThan(60_000);
  });
});
