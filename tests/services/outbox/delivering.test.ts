import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { connectReactions, deliverEvents } from "#services/outbox/deliver-events.ts";
import { DOMAIN_EVENTS, storedEvent } from "#services/outbox/domain-events.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { connectAllReactions, REACTIONS } from "#services/reaction/reactions.ts";
import { follow } from "#services/signal/follow.ts";
import { transact } from "#services/transact.ts";
import { sweepExpiredRows } from "#services/upkeep/sweep-expired-rows.ts";
import { job, someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { shownNotices } from "#tests/support/shown-notices.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterEach(connectAllReactions);
afterAll(() => database.close());

const waiting = () => database.prisma.eventDelivery.findMany({ orderBy: [{ consumer: "asc" }, { eventId: "asc" }] });
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const retracted = { kind: "event.retracted", payload: { topicId: idOf(1), eventId: idOf(2), number: 2 } } as const;

test("an event is recorded with a delivery for each consumer, and with the command or not at all", async () => {
  connectReactions(undefined);
  const before = await database.prisma.domainEvent.count();
  await transact(job(database.prisma), (tx) => recordEvents(tx, [retracted]));
  const [event, ...others] = await database.prisma.domainEvent.findMany({ skip: before });
  expect(others).toEqual([]);
  expect(storedEvent(event ?? { kind: "", version: 0, payload: null })).toEqual(retracted);
  const consumers = (await waiting()).filter(({ eventId }) => eventId === event?.id).map(({ consumer }) => consumer);
  expect(consumers).toEqual(["evaluate-questions", "notify-of-doubted-events"]);
  const undone = transact(job(database.prisma), async (tx) => {
    await recordEvents(tx, [retracted]);
    throw new Error("The command fails.");
  });
  await expect(undone).rejects.toThrow("The command fails.");
  expect(await database.prisma.domainEvent.count()).toBe(before + 1);
  await database.run("DELETE FROM event_deliveries");
});

test("a consumer that fails is tried again later and holds up nobody else; what it began is undone", async () => {
  const topicId = await someTopic(moderator);
  const reader = await someone(database.prisma);
  await follow(reader, { kind: "topic", id: topicId, isFollowed: true });
  connectReactions({
    ...REACTIONS,
    "alert-followers": {
      async within(tx, ctx, event) {
        await (REACTIONS["alert-followers"] as { within: (...all: unknown[]) => Promise<void> }).within(tx, ctx, event);
        throw new Error("It fails after its effect.");
      },
    },
  });
  const logged = await logEvent(moderator, visitEvent(topicId));
  expect(logged.areEvaluated).toBe(true);
  expect(await shownNotices(reader)).toEqual([]);
  const [failed, ...others] = await waiting();
  expect(others).toEqual([]);
  expect(failed).toMatchObject({ consumer: "alert-followers", attempts: 1 });
  expect(failed?.error).toContain("It fails after its effect.");
  expect(failed?.dueAt.getTime()).toBeGreaterThan(Date.now());
  connectAllReactions();
  expect(await deliverEvents(job(database.prisma))).toEqual({ delivered: 0, failed: 0 });
  await database.run("UPDATE event_deliveries SET due_at = now()");
  expect(await deliverEvents(job(database.prisma))).toEqual({ delivered: 1, failed: 0 });
  expect(await shownNotices(reader)).toHaveLength(1);
});

test("an event of a version that no consumer knows waits, and is not lost", async () => {
  await database.run(
    `WITH e AS (INSERT INTO domain_events (kind, version, payload) VALUES ('event.logged', 99, '{}') RETURNING id)
     INSERT INTO event_deliveries (event_id, consumer) SELECT id, 'alert-followers' FROM e`,
  );
  expect(await deliverEvents(job(database.prisma))).toEqual({ delivered: 0, failed: 1 });
  const [left] = await waiting();
  expect(left?.error).toContain("version 99");
  await database.run("DELETE FROM event_deliveries");
});

test("an event that is disputed or retracted notifies those whose answer cites it and those who follow, each once", async () => {
  const topicId = await someTopic(moderator);
  const [follower, forecaster, both, stranger] = [
    await someone(database.prisma),
    await someone(database.prisma),
    await someone(database.prisma),
    await someone(database.prisma),
  ];
  for (const person of [follower, both, moderator])
    await follow(person, { kind: "topic", id: topicId, isFollowed: true });
  const question = await publishedQuestion(moderator, visitDraft(topicId));
  for (const person of [forecaster, both]) {
    await submitForecast(person, { questionId: question.id, probabilities: [0.4] });
  }
  const { id: eventId, proposals } = await logEvent(moderator, visitEvent(topicId));
  expect(proposals).toHaveLength(1);
  await setEventStatus(moderator, { eventId, status: "disputed", reason: "Two papers deny it." });
  const doubts = async (person: typeof moderator) =>
    (await shownNotices(person)).filter(({ kind }) => kind === "event_disputed" || kind === "event_retracted");
  expect(await doubts(follower)).toMatchObject([
    { kind: "event_disputed", body: expect.stringContaining("Two papers deny it."), href: `/events/${eventId}` },
  ]);
  for (const person of [forecaster, both]) {
    expect(await doubts(person)).toMatchObject([
      { kind: "event_disputed", body: expect.stringContaining("cites this event") },
    ]);
  }
  expect([await doubts(stranger), await doubts(moderator)]).toEqual([[], []]);
  await setEventStatus(moderator, { eventId, status: "retracted", reason: "It was not so." });
  expect(await doubts(follower)).toHaveLength(2);
});

test("the engine's own evaluation runs once for many changes of one topic", async () => {
  connectReactions(undefined);
  const topicId = await someTopic(moderator);
  for (let i = 0; i < 3; i++) await logEvent(moderator, visitEvent(topicId));
  const batches: number[] = [];
  connectReactions({
    ...REACTIONS,
    "evaluate-questions": { again: async (_, events) => void batches.push(events.length) },
  });
  await deliverEvents(job(database.prisma));
  expect(batches).toEqual([3]);
});

test("what every consumer has had is removed after a month, and what one waits for is kept", async () => {
  const old = async (withDelivery: boolean) => {
    const [row] = await database.run(
      "INSERT INTO domain_events (kind, version, payload, at) VALUES ('question.published', 1, '{}', now() - interval '31 days') RETURNING id",
    );
    if (withDelivery)
      await database.run("INSERT INTO event_deliveries (event_id, consumer) VALUES ($1, 'nobody')", [row?.id]);
    return row?.id as bigint;
  };
  const [done, awaited] = [await old(false), await old(true)];
  const recent = await database.prisma.domainEvent.count();
  await sweepExpiredRows(job(database.prisma));
  expect(await database.prisma.domainEvent.findUnique({ where: { id: done } })).toBeNull();
  expect(await database.prisma.domainEvent.findUnique({ where: { id: awaited } })).not.toBeNull();
  expect(await database.prisma.domainEvent.count()).toBe(recent - 1);
  await expect(database.run("UPDATE domain_events SET kind = 'other'")).rejects.toThrow(/record_must_not_change/);
});

test("payloads name rows and carry no text", () => {
  const fields = Object.values(DOMAIN_EVENTS).flatMap(({ payload }) => Object.keys(payload.shape));
  expect(new Set(fields.filter((field) => !/(Id|Ids)$/.test(field)))).toEqual(new Set(["number", "version"]));
});
