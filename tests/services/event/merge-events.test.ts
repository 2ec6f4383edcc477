import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { mergeEvents, unmergeEvent } from "#services/event/merge-events.ts";
import { reviseEvent, setEventStatus } from "#services/event/revise-event.ts";
import { eventById } from "#services/event/show-event.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { listTopics, topicBySlug } from "#services/topic/queries.ts";
import { databaseNow } from "#services/transact.ts";
import { findDuplicates, listEvents } from "#tests/support/as-requested.ts";
import { eventFacts, source } from "#tests/support/event-facts.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { someTopic } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const reason = "One meeting, told twice.";
const agency = source({ url: "https://agency.example/envoys", publisher: "Reuters", tier: "agency" });
const reader = () => anonymous(database.prisma);
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 10));

async function duplicates() {
  const topicId = await someTopic(moderator);
  const kept = await logEvent(moderator, { topicId, ...eventFacts() });
  const other = await logEvent(moderator, {
    topicId,
    ...eventFacts({ headline: "Talks in Muscat", sources: [agency] }),
  });
  await aMoment();
  const before = await databaseNow(database.prisma);
  await aMoment();
  return { topicId, kept: kept.id, other: other.id, before };
}

test("merging unites the sources in the duplicate that stands, and the other one points to it", async () => {
  const { topicId, kept, other } = await duplicates();
  const merged = await mergeEvents(moderator, { eventId: other, intoId: kept, reason });
  expect(merged).toMatchObject({ id: kept, number: 2 });
  const current = await eventById(reader(), { eventId: kept });
  expect(current.revisions[0]).toMatchObject({ headline: "Envoys meet in the harbour town", status: "corroborated" });
  expect(current.revisions[0]?.sources.map(({ url }) => url)).toEqual(["https://example.org/envoys-meet", agency.url]);
  expect(current.takenIn).toEqual([{ id: other, headline: "Talks in Muscat" }]);
  const gone = await eventById(reader(), { eventId: other });
  expect(gone.mergedInto).toEqual({ id: kept, headline: "Envoys meet in the harbour town" });
  expect(gone.revisions[0]).toMatchObject({ recordedStatus: "retracted", reason: expect.stringContaining(reason) });
  const { items } = await listEvents(reader(), { topicId });
  expect(items.map(({ id }) => id)).toEqual([kept]);
  const topic = (await listTopics(reader())).find(({ id }) => id === topicId);
  expect([topic?.events, (await topicBySlug(reader(), { slug: topic?.slug ?? "" })).events]).toEqual([1, 1]);
  expect((await loadLog(database.prisma, { topicId })).map(({ id }) => id)).toEqual([kept]);
  const acts = await database.prisma.auditEntry.findMany({ where: { subjectId: other, action: "merge-events" } });
  expect(acts).toMatchObject([{ details: { into: kept, reason } }]);
});

test("as known before a merge, both events stand by themselves", async () => {
  const { topicId, kept, other, before } = await duplicates();
  await mergeEvents(moderator, { eventId: other, intoId: kept, reason });
  const { items } = await listEvents(reader(), { topicId, asOf: before });
  expect(new Set(items.map(({ id }) => id))).toEqual(new Set([kept, other]));
  expect(items.map(({ mergedIntoId }) => mergedIntoId)).toEqual([null, null]);
  const then = await eventById(reader(), { eventId: kept, asOf: before });
  expect([then.takenIn, then.revisions[0]?.sources.length, then.isLatest]).toEqual([[], 1, false]);
  expect((await eventById(reader(), { eventId: other, asOf: before })).mergedInto).toBeNull();
});

test("a merge can be taken back: the event stands as before, and its duplicate gives up what the merge brought, no more", async () => {
  const { topicId, kept, other } = await duplicates();
  await mergeEvents(moderator, { eventId: other, intoId: kept, reason });
  const later = source({ url: "https://example.org/later" });
  const sources = [source(), agency, later];
  await reviseEvent(moderator, { eventId: kept, ...eventFacts({ sources }), reason: "Another report." });
  await unmergeEvent(moderator, { eventId: other, reason: "Two meetings after all." });
  const current = await eventById(reader(), { eventId: kept });
  expect(current.revisions[0]?.sources.map(({ url }) => url)).toEqual([source().url, later.url]);
  expect(current.takenIn).toEqual([]);
  const back = await eventById(reader(), { eventId: other });
  expect([back.mergedInto, back.revisions[0]?.recordedStatus, back.revisions.length]).toEqual([null, "reported", 3]);
  expect((await listEvents(reader(), { topicId })).items).toHaveLength(2);
  await mergeEvents(moderator, { eventId: kept, intoId: other, reason });
  expect((await listEvents(reader(), { topicId })).items.map(({ id }) => id)).toEqual([other]);
});

test("a source that prints the same words does not become a second origin by merging", async () => {
  const topicId = await someTopic(moderator);
  const quote = "The two delegations agreed to meet again within the month, officials said.";
  const kept = await logEvent(moderator, { topicId, ...eventFacts({ sources: [source({ quote })] }) });
  const copy = source({ url: "https://copy.example/1", publisher: "The Copy", quote: quote.toUpperCase() });
  const other = await logEvent(moderator, { topicId, ...eventFacts({ sources: [copy] }) });
  await mergeEvents(moderator, { eventId: other.id, intoId: kept.id, reason });
  const { revisions } = await eventById(reader(), { eventId: kept.id });
  expect(revisions[0]).toMatchObject({ status: "reported", sources: [{}, { independenceGroup: "example-gazette" }] });
});

test("what is merged can be neither revised, disputed, merged again, nor merged into", async () => {
  const { topicId, kept, other } = await duplicates();
  await mergeEvents(moderator, { eventId: other, intoId: kept, reason });
  const refused = { code: "event_must_not_be_merged" };
  const third = await logEvent(moderator, { topicId, ...eventFacts() });
  await expect(setEventStatus(moderator, { eventId: other, status: "reported", reason })).rejects.toMatchObject(
    refused,
  );
  await expect(reviseEvent(moderator, { eventId: other, ...eventFacts(), reason })).rejects.toMatchObject(refused);
  await expect(mergeEvents(moderator, { eventId: other, intoId: third.id, reason })).rejects.toMatchObject(refused);
  await expect(mergeEvents(moderator, { eventId: third.id, intoId: other, reason })).rejects.toMatchObject(refused);
  const found = await findDuplicates(moderator, { topicId, eventId: third.id, ...traits() });
  expect(found.map(({ event }) => event.id)).toEqual([kept]);
});

function traits() {
  const { type, occurredFrom, occurredUntil, country, placeName, actors = [] } = eventFacts();
  const who = actors.map(({ code, role }) => ({ code, role }));
  return { type, occurredFrom, occurredUntil, country, placeName, actors: who };
}

test("only moderators merge, only within one topic, never with itself, and what was never merged cannot be parted", async () => {
  const { kept, other } = await duplicates();
  const elsewhere = await logEvent(moderator, { topicId: await someTopic(moderator), ...eventFacts() });
  const forecaster = await someone(database.prisma);
  const duplicate = { code: "events_must_be_duplicates_to_merge" };
  await expect(mergeEvents(forecaster, { eventId: other, intoId: kept, reason })).rejects.toMatchObject({
    code: "actor_must_be_permitted",
  });
  await expect(mergeEvents(moderator, { eventId: other, intoId: elsewhere.id, reason })).rejects.toMatchObject(
    duplicate,
  );
  await expect(mergeEvents(moderator, { eventId: other, intoId: other, reason })).rejects.toMatchObject(duplicate);
  await expect(unmergeEvent(moderator, { eventId: other, reason })).rejects.toMatchObject({
    code: "event_must_be_merged",
  });
});

test("two moderators who merge the same duplicates at once, each the other way round, merge them once", async () => {
  const { topicId, kept, other } = await duplicates();
  const tried = await Promise.allSettled([
    mergeEvents(moderator, { eventId: other, intoId: kept, reason }),
    mergeEvents(moderator, { eventId: kept, intoId: other, reason }),
  ]);
  expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await listEvents(reader(), { topicId })).items).toHaveLength(1);
});
