import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluate } from "#core/criteria/evaluate.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { eventById } from "#services/event/show-event.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { loadLogFor } from "#services/event-log/load-log-for.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitCriteria, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

test("logging tells the open questions that the event may count towards, and the answer it brought", async () => {
  const topicId = await someTopic(moderator);
  const visit = await publishedQuestion(moderator, visitDraft(topicId));
  const twice = { ...visitCriteria(), rule: { kind: "occurs" as const, match: { types: ["CONSULT"] }, atLeast: 2 } };
  const again = await publishedQuestion(
    moderator,
    visitDraft(topicId, { title: "Will there be two?", criteria: twice }),
  );
  const aid = { ...visitCriteria(), rule: { kind: "occurs" as const, match: { types: ["AID"] } } };
  await publishedQuestion(moderator, visitDraft(topicId, { title: "Will aid be delivered?", criteria: aid }));

  const logged = await logEvent(moderator, visitEvent(topicId));
  expect(new Set(logged.touched.map(({ id }) => id))).toEqual(new Set([visit.id, again.id]));
  expect(logged.proposals).toMatchObject([{ questionId: visit.id, outcome: "yes" }]);
  expect(logged.areEvaluated).toBe(true);

  const { answers } = await eventById(anonymous(database.prisma), { eventId: logged.id });
  expect(answers).toMatchObject([{ question: { id: visit.id }, outcomeLabel: "Yes", state: "proposed", version: 1 }]);
  const retracted = await setEventStatus(moderator, {
    eventId: logged.id,
    status: "retracted",
    reason: "It was not so.",
  });
  expect(retracted.touched).toHaveLength(2);
});

test("an event of another topic touches nothing here", async () => {
  const [here, there] = [await someTopic(moderator), await someTopic(moderator)];
  await publishedQuestion(moderator, visitDraft(here));
  const logged = await logEvent(moderator, visitEvent(there));
  expect([logged.touched, logged.proposals]).toEqual([[], []]);
});

test("the part of a log that criteria ask for decides them as the whole log does", async () => {
  const topicId = await someTopic(moderator);
  const longAgo = Date.now() - 400 * DAY_MS;
  const times = { occurredFrom: new Date(longAgo), occurredUntil: new Date(longAgo + 60_000) };
  await logEvent(moderator, visitEvent(topicId, times));
  await logEvent(moderator, visitEvent(topicId, { type: "AID" }));
  const { id } = await logEvent(moderator, visitEvent(topicId));
  const criteria = visitCriteria();
  const [whole, part] = [
    await loadLog(database.prisma, { topicId }),
    await loadLogFor(database.prisma, { topicId }, [criteria]),
  ];
  expect(whole).toHaveLength(3);
  expect(part.map((event) => event.id)).toEqual([id]);
  const asOf = Date.now() + 1000;
  expect(evaluate(criteria, part, [], asOf).outcome).toEqual(evaluate(criteria, whole, [], asOf).outcome);
  const aid = { ...criteria, rule: { kind: "occurs" as const, match: { types: [] } } };
  expect(await loadLogFor(database.prisma, { topicId }, [criteria, aid])).toHaveLength(2);
  expect(await loadLogFor(database.prisma, { topicId }, [])).toEqual([]);
});
