import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEventInput } from "#services/event/input.ts";
import { logEvent } from "#services/event/log-event.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { eventFacts, source } from "#tests/support/event-facts.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
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

describe("logging an event", () => {
  test("keeps when it happened, when it was reported and when it was recorded apart", async () => {
    const before = new Date(Date.now() - 2000);
    const { id } = await logEvent(moderator, { topicId, ...eventFacts() });
    const [event] = (await loadLog(database.prisma, { topicId })).filter((logged) => logged.id === id);
    expect(event).toMatchObject({
      occurredFrom: Date.parse("2026-02-05T20:00:00Z"),
      occurredUntil: Date.parse("2026-02-06T20:00:00Z"),
      sources: [{ publishedAt: Date.parse("2026-02-06T12:00:00Z"), publisher: "Example Gazette" }],
      actors: [
        { code: "IRN", role: "participant" },
        { code: "USA", role: "participant" },
      ],
      status: "reported",
      tags: [],
      magnitude: null,
    });
    expect(event?.recordedAt).toBeGreaterThan(before.getTime());
  });

  test("is for moderators and admins, and leaves an audit row", async () => {
    const refused = { code: "actor_must_be_permitted" };
    const facts = { topicId, ...eventFacts() };
    await expect(logEvent(await someone(database.prisma), facts)).rejects.toMatchObject(refused);
    await expect(logEvent(anonymous(database.prisma), facts)).rejects.toMatchObject({
      code: "actor_must_be_signed_in",
    });
    await expect(logEvent(job(database.prisma), facts)).rejects.toMatchObject({ code: "actor_must_be_signed_in" });
    const admin = await someone(database.prisma, "admin");
    const { id } = await logEvent(admin, facts);
    const audit = await database.prisma.auditEntry.findMany({ where: { subjectKind: "event", subjectId: id } });
    expect(audit).toMatchObject([{ action: "log-event", actorId: admin.actor.id }]);
  });

  test("refuses a topic that does not exist", async () => {
    const nowhere = { topicId: "00000000-0000-7000-8000-000000000000", ...eventFacts() };
    await expect(logEvent(moderator, nowhere)).rejects.toMatchObject({ code: "subject_must_exist" });
  });

  test.each([
    ["a type that PLOVER does not know", { type: "PARLEY" }, "event_type_must_be_known"],
    [
      "something that lies in the future",
      { occurredFrom: new Date("2900-01-01"), occurredUntil: new Date("2900-01-02") },
      "event_must_have_begun",
    ],
    ["an end before its beginning", { occurredUntil: new Date("2026-02-01") }, "event_interval_must_be_in_order"],
    [
      "a source from the future",
      { sources: [source({ publishedAt: new Date("2900-01-01") })] },
      "source_must_be_published",
    ],
    [
      "an actor twice in one role",
      {
        actors: [
          { code: "IRN", role: "initiator" as const },
          { code: "IRN", role: "initiator" as const },
        ],
      },
      "actors_must_be_distinct",
    ],
  ])("refuses %s", async (_, changes, code) => {
    const before = await database.prisma.event.count();
    await expect(logEvent(moderator, { topicId, ...eventFacts(changes) })).rejects.toMatchObject({ code });
    expect(await database.prisma.event.count()).toBe(before);
  });

  test.each([
    "javascript:alert(1)",
    "ftp://example.org/a",
    "data:text/html,x",
    "//example.org",
    "https://",
    "file:///etc/passwd",
  ])("a source needs a web address: %j is refused, by the form and by the database", async (url) => {
    const given = logEventInput.safeParse({ topicId, ...eventFacts({ sources: [source({ url })] }) });
    expect(given.error?.issues.map(({ path }) => path.join("."))).toEqual(["sources.0.url"]);
    if (/^https?:\/\//i.test(url)) return;
    const { revisionId } = await logEvent(moderator, { topicId, ...eventFacts() });
    const { title, publisher, publishedAt, tier } = source();
    const row = { revisionId, position: 9, url, title, publisher, publishedAt, tier, independenceGroup: "x" };
    await expect(database.prisma.source.create({ data: row })).rejects.toThrow(/sources_url_web/);
  });

  test("needs at least one source", () => {
    const given = logEventInput.safeParse({ topicId, ...eventFacts({ sources: [] }) });
    expect(given.error?.issues.map(({ path }) => path.join("."))).toEqual(["sources"]);
  });

  test("names a new actor as told, or by its code, and keeps the name of one it knows", async () => {
    const log = (actors: { code: string; role: "initiator"; name?: string }[]) =>
      logEvent(moderator, { topicId, ...eventFacts({ actors }) });
    await log([{ code: "VLD", role: "initiator", name: "Valdria" }]);
    await log([{ code: "VLD", role: "initiator", name: "Somewhere else" }]);
    await log([{ code: "QATGOV", role: "initiator" }]);
    const names = await database.prisma.actor.findMany({
      where: { code: { in: ["VLD", "QATGOV"] } },
      orderBy: { code: "asc" },
    });
    expect(names).toEqual([
      { code: "QATGOV", name: "Qatar (government)" },
      { code: "VLD", name: "Valdria" },
    ]);
  });

  test("counts sources that credit one agency as one origin, unless it is told otherwise", async () => {
    const sources = [
      source({ publisher: "Reuters", title: "Envoys meet" }),
      source({ publisher: "Daily Bugle", title: "Envoys meet (Reuters)" }),
      source({ publisher: "Evening Post", title: "Envoys meet (Reuters)", independenceGroup: "own correspondent" }),
    ];
    const { id } = await logEvent(moderator, { topicId, ...eventFacts({ sources }) });
    const [event] = (await loadLog(database.prisma, { topicId })).filter((logged) => logged.id === id);
    expect(event?.sources.map(({ independenceGroup }) => independenceGroup)).toEqual([
      "reuters",
      "reuters",
      "own correspondent",
    ]);
  });
});
