import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logChanges } from "#services/event/log-changes.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { topicVocabulary } from "#services/event/topic-vocabulary.ts";
import { listEvents, signCoverage } from "#tests/support/as-requested.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { someTopic, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const reader = () => anonymous(database.prisma);
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1010));

test("every change of a log is an instant of it, and the log as known at each holds what had been recorded", async () => {
  const topicId = await someTopic(moderator);
  expect(await logChanges(reader(), { topicId })).toEqual([]);
  const { id: eventId } = await logEvent(moderator, visitEvent(topicId, { headline: "First" }));
  await aSecond();
  await logEvent(moderator, visitEvent(topicId, { headline: "Second" }));
  await aSecond();
  await setEventStatus(moderator, { eventId, status: "retracted", reason: "It was not so." });
  await signCoverage(moderator, { topicId, coversFrom: new Date("2026-01-01"), coversUntil: new Date("2026-02-01") });
  const changes = await logChanges(reader(), { topicId });
  expect(changes.map((change) => change.changes).at(-1)).toBe(4);
  expect(changes.length).toBeGreaterThanOrEqual(3);
  const known = await Promise.all(changes.map(({ at }) => listEvents(reader(), { topicId, asOf: at })));
  const told = known.map(({ items }) => items.map(({ headline, status }) => `${headline} ${status}`).sort());
  expect(told[0]).toEqual(["First reported"]);
  expect(told[1]).toEqual(["First reported", "Second reported"]);
  expect(told.at(-1)).toEqual(["First retracted", "Second reported"]);
});

test("the words that a topic's log uses are offered again, and not those of other topics", async () => {
  const [topicId, other] = [await someTopic(moderator), await someTopic(moderator)];
  const magnitude = { value: 3, unit: "ships" };
  await logEvent(moderator, visitEvent(topicId, { type: "CONSULT.envoy-return", tags: ["round-two"], magnitude }));
  await logEvent(moderator, visitEvent(topicId, { type: "CONSULT.visit", placeName: "Geneva", country: null }));
  expect(await topicVocabulary(reader(), { topicId })).toEqual({
    subtypes: ["CONSULT.envoy-return"],
    units: ["ships"],
    places: ["Geneva", "Muscat"],
    tags: ["round-two"],
  });
  expect((await topicVocabulary(reader(), { topicId: other })).places).toEqual([]);
});
