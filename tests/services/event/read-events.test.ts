import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { listActors } from "#services/event/list-actors.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { findDuplicates, listEvents } from "#tests/support/as-requested.ts";
import { eventFacts, source } from "#tests/support/event-facts.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
let [topicId, otherTopicId] = ["", ""];
const ids: string[] = [];

const on = (day: number) => ({
  occurredFrom: new Date(Date.UTC(2026, 0, day)),
  occurredUntil: new Date(Date.UTC(2026, 0, day + 1)),
});

beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  ({ id: topicId } = await createTopic(moderator, { title: "The harbour channel", summary: "A story." }));
  ({ id: otherTopicId } = await createTopic(moderator, { title: "Another channel", summary: "A story." }));
  const omani = [{ code: "OMNGOV", role: "mediator" as const }];
  const log = async (changes: Parameters<typeof eventFacts>[0], topic = topicId) => {
    const url = `https://example.org/${ids.length}`;
    const facts = eventFacts({ sources: [source({ url })], ...changes });
    ids.push((await logEvent(moderator, { topicId: topic, ...facts })).id);
  };
  await log({ ...on(10), headline: "Envoys arrive", type: "CONSULT.visit" });
  await log({ ...on(12), headline: "A timetable is agreed", type: "AGREE", actors: omani });
  await log({
    ...on(12),
    headline: "100%_sure: aid goes on",
    type: "AID",
    description: "By sea, to the *southern* ports.",
  });
  await log({ ...on(14), headline: "Envoys telephone", type: "CONSULT.phone" });
  await log({ ...on(16), headline: "Elsewhere", type: "AGREE" }, otherTopicId);
});
afterAll(() => database.close());

const list = async (input: Parameters<typeof listEvents>[1]) =>
  (await listEvents(anonymous(database.prisma), input)).items.map(({ headline }) => headline);

describe("the list of events", () => {
  test("tells those that happened last first, of every topic or of one", async () => {
    const all = await list({});
    expect([all[0], all[1], all.at(-1)]).toEqual(["Elsewhere", "Envoys telephone", "Envoys arrive"]);
    expect(await list({ topicId: otherTopicId })).toEqual(["Elsewhere"]);
  });

  test("is filtered by type with what lies below it, by actor with its parts, and by text as it was typed", async () => {
    expect(await list({ topicId, type: "CONSULT" })).toEqual(["Envoys telephone", "Envoys arrive"]);
    expect(await list({ topicId, type: "CONSULT.phone" })).toEqual(["Envoys telephone"]);
    expect(await list({ topicId, actor: "OMN" })).toEqual(["A timetable is agreed"]);
    expect(await list({ topicId, text: "SOUTHERN" })).toEqual(["100%_sure: aid goes on"]);
    expect(await list({ topicId, text: "%_" })).toEqual(["100%_sure: aid goes on"]);
    expect(await list({ topicId, text: "nothing like it" })).toEqual([]);
  });

  test("is read page by page, each event once, also where several happened at one time", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listEvents(anonymous(database.prisma), { topicId, limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(4);
    expect(new Set(seen)).toEqual(new Set(ids.slice(0, 4)));
    await expect(list({ cursor: "1' OR TRUE" })).rejects.toThrow("not a place in this list");
  });

  test("as known at an instant shows each event as it stood, with its status derived", async () => {
    const [eventId = ""] = ids;
    const { recordedAt } = await setEventStatus(moderator, { eventId, status: "disputed", reason: "Denied." });
    const at = async (asOf: Date) =>
      (await listEvents(anonymous(database.prisma), { topicId, asOf })).items.find(({ id }) => id === eventId)?.status;
    expect([await at(new Date(recordedAt.getTime() - 1)), await at(recordedAt)]).toEqual(["reported", "disputed"]);
  });
});

describe("the log", () => {
  test("is in the order in which things happened, and can be read for some types, actors and a window alone", async () => {
    const of = async (scope: Partial<Parameters<typeof loadLog>[1]>) =>
      (await loadLog(database.prisma, { topicId, ...scope })).map(({ id }) => ids.indexOf(id));
    expect((await of({})).at(0)).toBe(0);
    expect((await of({})).at(-1)).toBe(3);
    expect(await of({ types: ["CONSULT", "AID"] })).toEqual([0, 2, 3]);
    expect(await of({ types: [""], actors: ["OMN"] })).toEqual([1]);
    const window = { from: on(11).occurredFrom.getTime(), until: on(14).occurredFrom.getTime() };
    expect((await of({ window })).sort()).toEqual([1, 2]);
  });

  test("offers the actors it knows, with the most used first", async () => {
    const actors = await listActors(anonymous(database.prisma));
    expect(actors.map(({ code }) => code)).toEqual(["IRN", "USA", "OMNGOV"]);
    expect(actors[2]).toEqual({ code: "OMNGOV", name: "Oman (government)", events: 1 });
  });
});

describe("duplicates", () => {
  const draft = { country: "OMN", placeName: "Muscat", actors: eventFacts().actors ?? [], ...on(11) };

  test("are found by type, actors and nearness in time, the likeliest first", async () => {
    const duplicates = await findDuplicates(moderator, { topicId, type: "CONSULT.visit", ...draft });
    expect(duplicates.map(({ event }) => event.headline)).toEqual(["Envoys arrive", "Envoys telephone"]);
    expect(duplicates[0]?.reasons).toContain("same actors");
    const revised = await findDuplicates(moderator, { topicId, eventId: ids[0], type: "CONSULT.visit", ...draft });
    expect(revised.map(({ event }) => event.headline)).toEqual(["Envoys telephone"]);
  });

  test("are found by the page they cite, whatever else they state", async () => {
    const unlike = { ...draft, type: "SANCTION", actors: [], country: "CHE" };
    expect(await findDuplicates(moderator, { topicId, ...unlike })).toEqual([]);
    const duplicates = await findDuplicates(moderator, { topicId, ...unlike, urls: ["https://example.org/1"] });
    expect(duplicates).toMatchObject([
      { event: { headline: "A timetable is agreed" }, reasons: ["cites the same page"] },
    ]);
  });

  test("are told only to those who log", async () => {
    const asked = findDuplicates(await someone(database.prisma), { topicId, type: "CONSULT", ...draft });
    await expect(asked).rejects.toMatchObject({ code: "actor_must_be_permitted" });
  });
});
