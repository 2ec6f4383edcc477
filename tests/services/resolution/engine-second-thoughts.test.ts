import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { deliverEvents } from "#services/outbox/deliver-events.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { evaluateOpenQuestions } from "#services/resolution/evaluate-open-questions.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { resolutionRecord } from "#services/resolution/queries.ts";
import { remindOfDueDecisions } from "#services/resolution/remind-of-due-decisions.ts";
import { waitingReopenings } from "#services/resolution/reopenings.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { listNotices, signCoverage } from "#tests/support/as-requested.ts";
import { job, someone } from "#tests/support/people.ts";
import { someTopic, visitEvent } from "#tests/support/questions.ts";
import { shownNotices } from "#tests/support/shown-notices.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let admin: Awaited<ReturnType<typeof someone>>;
let moderator: typeof admin;
let topicId: string;
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
  admin = await someone(database.prisma, "admin");
  moderator = await someone(database.prisma, "moderator");
  topicId = await someTopic(moderator);
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
const newTag = () => `second-${++made}`;
const visit = (tag: string, hoursAgo = 1) => {
  const at = Date.now() - hoursAgo * HOUR_MS;
  const [occurredFrom, occurredUntil] = [new Date(at), new Date(at + 60_000)];
  const [source] = visitEvent(topicId).sources;
  if (!source) throw new Error("A visit has a source.");
  const sources = [{ ...source, url: `https://example.org/${tag}-${hoursAgo}`, publishedAt: new Date(at + 120_000) }];
  return logEvent(moderator, visitEvent(topicId, { tags: [tag], occurredFrom, occurredUntil, sources }));
};
const retract = (eventId: string) =>
  setEventStatus(moderator, { eventId, status: "retracted", reason: "It was another day." });
const versionsOf = async (slug: string) => (await resolutionRecord(admin, { slug })).versions;

/** A question that absence has answered: its window is over and its log signed. */
async function answeredByAbsence(tag: string, more: { challengeWindowHours?: number } = {}) {
  const closesAt = Date.now() + 1_500;
  const question = await anAnswerableQuestion(moderator, topicId, { tag, closesAt, ...more });
  const forecaster = await someone(database.prisma);
  await submitForecast(forecaster, { questionId: question.id, probabilities: [0.3] });
  while (Date.now() <= closesAt) await new Promise((wake) => setTimeout(wake, 50));
  const coversFrom = new Date(Date.now() - 11 * 24 * HOUR_MS);
  await signCoverage(moderator, { topicId, coversFrom, coversUntil: new Date(closesAt) });
  return { ...question, forecaster };
}

test("a retraction while the proposal waits: the engine withdraws it with a note, and everybody concerned is told", async () => {
  const tag = newTag();
  const { id: questionId, slug } = await anAnswerableQuestion(moderator, topicId, { tag, challengeWindowHours: 24 });
  const forecaster = await someone(database.prisma);
  await submitForecast(forecaster, { questionId, probabilities: [0.6] });
  await retract((await visit(tag)).id);
  expect(await versionsOf(slug)).toMatchObject([
    {
      outcome: "yes",
      decision: { kind: "withdrawn", decidedBy: null, note: expect.stringContaining("no longer decides") },
    },
  ]);
  const kinds = (await listNotices(forecaster, {})).items.map(({ kind }) => kind);
  expect(kinds).toEqual(["event_retracted", "resolution_withdrawn", "resolution_proposed"]);
  const audit = { action: "withdraw-resolution", details: { path: ["question"], equals: questionId } };
  expect(await database.prisma.auditEntry.count({ where: audit })).toBe(1);
  await visit(tag, 2);
  expect(await versionsOf(slug)).toMatchObject([{ version: 2, outcome: "yes", decision: null }, { version: 1 }]);
});

test("an event logged late while an answer by absence waits: the engine takes it back and proposes what the log says now", async () => {
  const tag = newTag();
  const { slug } = await answeredByAbsence(tag, { challengeWindowHours: 24 });
  expect(await versionsOf(slug)).toMatchObject([{ outcome: "no", decision: null }]);
  await visit(tag, 3);
  expect(await versionsOf(slug)).toMatchObject([
    { version: 2, outcome: "yes", decision: null },
    { version: 1, outcome: "no", decision: { kind: "withdrawn" } },
  ]);
});

test("an event logged late after an answer by absence is final: the answer stands, flagged once for the admins", async () => {
  const { slug } = await answeredByAbsence(newTag());
  const tag = `second-${made}`;
  const [version] = await versionsOf(slug);
  await approveResolution(admin, { resolutionId: version?.id ?? "", note: "" });
  await visit(tag, 3);
  for (let again = 0; again < 3; again++) await deliverAgain();
  const flags = (await waitingReopenings(admin)).filter(({ question }) => question.slug === slug);
  expect(flags).toMatchObject([{ requestedBy: null, version: 1, reason: "The log now gives another answer." }]);
  expect(flags[0]?.evidence).toHaveLength(1);
  expect(await resolutionRecord(admin, { slug })).toMatchObject({ finalVersion: 1 });
  const items = await shownNotices(admin);
  expect(items.filter(({ kind, title }) => kind === "resolution_flagged" && title.includes(tag))).toHaveLength(1);
});

test("a retraction after the answer is final is flagged, by the job too when the request that recorded it died", async () => {
  const tag = newTag();
  const { slug } = await anAnswerableQuestion(moderator, topicId, { tag });
  const event = await visit(tag);
  const [version] = await versionsOf(slug);
  await approveResolution(admin, { resolutionId: version?.id ?? "", note: "" });
  await retract(event.id);
  const flags = (await waitingReopenings(admin)).filter(({ question }) => question.slug === slug);
  expect(flags).toMatchObject([{ requestedBy: null, reason: "The log no longer decides the question." }]);
});

/** A moderator's answer, approved, that cites one event. */
async function answeredByHand(slug: string, questionId: string, outcome: string, eventId: string) {
  const at = new Date(Date.now() - HOUR_MS);
  const answer = {
    outcome,
    voidReason: null,
    effectiveAt: at,
    knownAt: at,
    evidenceIds: [eventId],
    note: "As reported.",
  };
  await proposeResolution(moderator, { questionId, ...answer });
  const [version] = await versionsOf(slug);
  await approveResolution(admin, { resolutionId: version?.id ?? "", note: "" });
}
/** Lets the engine review every change of the topic's log once more, as after a process that died before it said that it had. */
async function deliverAgain() {
  await database.run(
    `INSERT INTO event_deliveries (event_id, consumer)
     SELECT id, 'evaluate-questions' FROM domain_events WHERE payload->>'topicId' = $1`,
    [topicId],
  );
  expect(await deliverEvents(job(database.prisma))).toMatchObject({ failed: 0 });
}

const flagsOf = async (slug: string) =>
  (await waitingReopenings(admin)).filter(({ question }) => question.slug === slug).map(({ reason }) => reason);

test("a person's answer is flagged when what it cites is retracted, once, and when the log begins to say otherwise", async () => {
  const tag = newTag();
  const { id, slug } = await anAnswerableQuestion(moderator, topicId, { tag });
  const cited = await visit(newTag());
  await answeredByHand(slug, id, "no", cited.id);
  expect(await flagsOf(slug)).toEqual([]);
  await retract(cited.id);
  for (let again = 0; again < 2; again++) await deliverAgain();
  expect(await flagsOf(slug)).toEqual([expect.stringContaining("which the answer rests on, is retracted now.")]);
  await visit(tag);
  expect(await flagsOf(slug)).toEqual([expect.any(String), "The log now gives another answer."]);
});

test("nobody is asked to look again when the log comes round to a person's answer", async () => {
  const known = newTag();
  const against = await anAnswerableQuestion(moderator, topicId, { tag: known, challengeWindowHours: 0 });
  const cited = await visit(newTag());
  await answeredByHand(against.slug, against.id, "yes", cited.id);
  await visit(known);
  await visit(newTag());
  await deliverAgain();
  expect(await flagsOf(against.slug)).toEqual([]);
});

test("another source for the same event changes nothing, and an event of no concern neither", async () => {
  const tag = newTag();
  const { slug } = await anAnswerableQuestion(moderator, topicId, { tag, challengeWindowHours: 24 });
  await visit(tag);
  await visit(newTag());
  await evaluateOpenQuestions(job(database.prisma), { topicId });
  expect(await versionsOf(slug)).toMatchObject([{ version: 1, decision: null }]);
});

test("when a window for challenges is over, admins are told that they may decide: once, however often the job runs", async () => {
  const tag = newTag();
  await anAnswerableQuestion(moderator, topicId, { tag });
  await visit(tag);
  const runs = await Promise.all([1, 2, 3].map(() => remindOfDueDecisions(job(database.prisma))));
  await remindOfDueDecisions(job(database.prisma));
  expect(runs.reduce((sum, { reminded }) => sum + reminded, 0)).toBeGreaterThan(0);
  const items = await shownNotices(admin, { limit: 100 });
  expect(items.filter(({ title }) => title.startsWith("May be decided now") && title.includes(tag))).toHaveLength(1);
});
