import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { reviseEvent, setEventStatus } from "#services/event/revise-event.ts";
import { follow, followsTopic } from "#services/signal/follow.ts";
import { signalById } from "#services/signal/queries.ts";
import { databaseNow } from "#services/transact.ts";
import { createSignal, listSignals, reviseSignal } from "#tests/support/as-requested.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { now, someTopic, visitEvent } from "#tests/support/questions.ts";
import { shownNotices } from "#tests/support/shown-notices.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const visits = { name: "Visits to Oman", match: { types: ["CONSULT"], places: { any: ["OMN"] } } };
const reader = () => anonymous(database.prisma);
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 10));
const ago = (days: number) => {
  const at = Date.now() - days * DAY_MS;
  return { occurredFrom: new Date(at), occurredUntil: new Date(at + 60_000) };
};

describe("a signal", () => {
  test("counts the events of its topic that fit, names the last, and shows when they happened", async () => {
    const topicId = await someTopic(moderator);
    const { id } = await createSignal(moderator, { topicId, ...visits });
    await logEvent(moderator, visitEvent(topicId, { ...ago(90), headline: "An old visit" }));
    await logEvent(moderator, visitEvent(topicId, { headline: "The last visit" }));
    await logEvent(moderator, visitEvent(topicId, { type: "AID" }));
    const doubtful = await logEvent(moderator, visitEvent(topicId, { headline: "A doubtful visit" }));
    await setEventStatus(moderator, { eventId: doubtful.id, status: "disputed", reason: "Denied." });
    const [signal] = await listSignals(now(reader()), { topicId });
    expect(signal).toMatchObject({ id, name: visits.name, count: 2, recent: 1, last: { headline: "The last visit" } });
    expect(signal?.phrase).toBe("consultations in Oman");
    expect([signal?.counts[0], signal?.counts.at(-1), signal?.counts.length]).toEqual([1, 1, 26]);
    const { events } = await signalById(now(reader()), { signalId: id });
    expect(events.map(({ headline }) => headline)).toEqual(["The last visit", "An old visit"]);
  });

  test("is known at an instant as it and the log stood then", async () => {
    const topicId = await someTopic(moderator);
    const { id } = await createSignal(moderator, { topicId, ...visits });
    await logEvent(moderator, visitEvent(topicId));
    await aMoment();
    const asOf = await databaseNow(database.prisma);
    await aMoment();
    await logEvent(moderator, visitEvent(topicId));
    await reviseSignal(moderator, { signalId: id, basedOn: 1, ...visits, name: "Renamed" });
    expect(await listSignals(reader(), { topicId, asOf })).toMatchObject([{ name: visits.name, count: 1 }]);
    expect(await listSignals(now(reader()), { topicId })).toMatchObject([{ name: "Renamed", count: 2 }]);
    const { versions } = await signalById(now(reader()), { signalId: id });
    expect(versions.map(({ number, name, madeByName }) => [number, name, madeByName])).toEqual([
      [2, "Renamed", moderator.actor.name],
      [1, visits.name, moderator.actor.name],
    ]);
  });

  test("is retired by a version, and taken up again by another", async () => {
    const topicId = await someTopic(moderator);
    const { id } = await createSignal(moderator, { topicId, ...visits });
    await reviseSignal(moderator, { signalId: id, basedOn: 1, ...visits, isRetired: true });
    expect(await listSignals(reader(), { topicId })).toEqual([]);
    expect(await listSignals(reader(), { topicId, withRetired: true })).toMatchObject([{ isRetired: true }]);
    const stale = reviseSignal(moderator, { signalId: id, basedOn: 1, ...visits });
    await expect(stale).rejects.toMatchObject({ code: "revision_must_build_on_the_latest" });
    await reviseSignal(moderator, { signalId: id, basedOn: 2, ...visits });
    expect(await listSignals(reader(), { topicId })).toHaveLength(1);
    const acts = await database.prisma.auditEntry.findMany({ where: { subjectId: id }, orderBy: { sequence: "asc" } });
    expect(acts.map(({ action }) => action)).toEqual(["create-signal", "retire-signal", "revise-signal"]);
  });

  test.each([
    ["asks for nothing", { types: [] }, "signal_must_ask_for_something"],
    ["asks for a type that nobody knows", { types: ["PARLEY"] }, "signal_must_not_contradict_itself"],
    [
      "asks for whom it excludes",
      { types: [], actors: { all: ["IRN"], none: ["IRN"] } },
      "signal_must_not_contradict_itself",
    ],
  ])("is refused when it %s", async (_, match, code) => {
    const topicId = await someTopic(moderator);
    await expect(createSignal(moderator, { topicId, name: "Odd", match })).rejects.toMatchObject({ code });
  });

  test("is kept by moderators alone", async () => {
    const topicId = await someTopic(moderator);
    const created = createSignal(await someone(database.prisma), { topicId, ...visits });
    await expect(created).rejects.toMatchObject({ code: "actor_must_be_permitted" });
  });
});

describe("an alert", () => {
  const titles = async (person: Awaited<ReturnType<typeof someone>>) =>
    (await shownNotices(person)).map(({ title, kind }) => [kind, title]);

  test("comes once for an event, however many signals it fits and however often it is revised", async () => {
    const topicId = await someTopic(moderator);
    const person = await someone(database.prisma);
    const one = await createSignal(moderator, { topicId, ...visits });
    const two = await createSignal(moderator, { topicId, name: "Consultations", match: { types: ["CONSULT"] } });
    for (const { id } of [one, two]) await follow(person, { kind: "signal", id, isFollowed: true });
    await follow(person, { kind: "topic", id: topicId, isFollowed: true });
    const statement = visitEvent(topicId);
    const { id: eventId } = await logEvent(moderator, statement);
    const { topicId: _, ...facts } = statement;
    await reviseEvent(moderator, { eventId, ...facts, headline: "Revised", reason: "Better words." });
    const items = await shownNotices(person);
    expect(items).toMatchObject([
      {
        kind: "signal_matched",
        title: statement.headline,
        body: expect.stringContaining("Consultations; Visits to Oman"),
      },
    ]);
    expect(items[0]?.href).toBe(`/events/${eventId}`);
  });

  test("comes when a revision makes an event fit, and not when it fitted before", async () => {
    const topicId = await someTopic(moderator);
    const { id } = await createSignal(moderator, { topicId, ...visits });
    const early = await logEvent(moderator, visitEvent(topicId));
    const person = await someone(database.prisma);
    await follow(person, { kind: "signal", id, isFollowed: true });
    const { topicId: _, ...facts } = visitEvent(topicId);
    await reviseEvent(moderator, { eventId: early.id, ...facts, reason: "Better words." });
    expect(await titles(person)).toEqual([]);
    const { id: eventId } = await logEvent(moderator, visitEvent(topicId, { country: null, placeName: null }));
    expect(await titles(person)).toEqual([]);
    await reviseEvent(moderator, { eventId, ...facts, reason: "It was in Muscat." });
    expect(await titles(person)).toEqual([["signal_matched", facts.headline]]);
  });

  test("of a topic tells of every new event, and of none after unfollowing; whoever logs it is not told", async () => {
    const topicId = await someTopic(moderator);
    const person = await someone(database.prisma);
    for (const who of [person, person, moderator]) await follow(who, { kind: "topic", id: topicId, isFollowed: true });
    expect(await followsTopic(person, { topicId })).toBe(true);
    await logEvent(moderator, visitEvent(topicId, { type: "AID", headline: "Aid arrives" }));
    expect(await titles(person)).toEqual([["event_logged", "Aid arrives"]]);
    expect(await titles(moderator)).toEqual([]);
    await follow(person, { kind: "topic", id: topicId, isFollowed: false });
    await logEvent(moderator, visitEvent(topicId));
    expect(await titles(person)).toHaveLength(1);
    expect(await followsTopic(person, { topicId })).toBe(false);
  });

  test("is not given by a retired signal, nor to people of other topics", async () => {
    const [here, there] = [await someTopic(moderator), await someTopic(moderator)];
    const { id } = await createSignal(moderator, { topicId: here, ...visits });
    const [one, two] = [await someone(database.prisma), await someone(database.prisma)];
    await follow(one, { kind: "signal", id, isFollowed: true });
    await follow(two, { kind: "topic", id: there, isFollowed: true });
    await reviseSignal(moderator, { signalId: id, basedOn: 1, ...visits, isRetired: true });
    await logEvent(moderator, visitEvent(here));
    expect([await titles(one), await titles(two)]).toEqual([[], []]);
  });

  test("can be asked for only by people who are signed in, of what there is", async () => {
    const id = "00000000-0000-7000-8000-000000000000";
    await expect(follow(reader(), { kind: "topic", id, isFollowed: true })).rejects.toMatchObject({
      code: "actor_must_be_signed_in",
    });
    const person = await someone(database.prisma);
    for (const kind of ["topic", "signal"] as const) {
      const followed = follow(person, { kind, id, isFollowed: true });
      await expect(followed).rejects.toMatchObject({ code: "subject_must_exist" });
    }
  });
});
