import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { declineReopening } from "#services/resolution/answer-reopening.ts";
import {
  adoptSuggestedResolution,
  declineSuggestedResolution,
} from "#services/resolution/answer-suggested-resolution.ts";
import { challengeResolution, requestReopening } from "#services/resolution/challenge-resolution.ts";
import { amendResolution, approveResolution, rejectResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { resolutionQueue, resolutionRecord } from "#services/resolution/queries.ts";
import { waitingReopenings } from "#services/resolution/reopenings.ts";
import { suggestResolution } from "#services/resolution/suggest-resolution.ts";
import { waitingSuggestedResolutions } from "#services/resolution/suggested-resolutions.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { aTopicToAnswer } from "#tests/support/answers.ts";
import { someone } from "#tests/support/people.ts";
import { shownNotices } from "#tests/support/shown-notices.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let admin: Awaited<ReturnType<typeof someone>>;
let moderator: typeof admin;
let topicId: string;
let answer: Awaited<ReturnType<typeof aTopicToAnswer>>["answer"];
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
  admin = await someone(database.prisma, "admin");
  moderator = await someone(database.prisma, "moderator");
  ({ topicId, answer } = await aTopicToAnswer(moderator));
});
afterAll(() => database.close());

/** The answer as known by now: what was forecast before earns its score. */
const known = () => ({ ...answer, effectiveAt: new Date(), knownAt: new Date() });
const ask = (challengeWindowHours = 0) =>
  anAnswerableQuestion(moderator, topicId, { tag: `asked-${++made}`, challengeWindowHours });

async function aForecaster(questionId: string, probability = 0.8) {
  const forecaster = await someone(database.prisma);
  await submitForecast(forecaster, { questionId, probabilities: [probability] });
  return forecaster;
}

/** What somebody was told, the newest first. */
async function told(person: typeof admin) {
  return (await shownNotices(person)).map(({ kind, body }) => ({ kind, body }));
}

test("a forecaster suggests an answer with evidence; a moderator adopts it as a proposal of their own and the suggester is told", async () => {
  const { id: questionId } = await ask();
  const forecaster = await aForecaster(questionId);
  const { suggestionId } = await suggestResolution(forecaster, { questionId, ...answer });
  expect(await waitingSuggestedResolutions(moderator)).toMatchObject([
    {
      id: suggestionId,
      outcomeLabel: "Yes",
      suggestedBy: forecaster.actor.name,
      evidence: [{ headline: expect.any(String) }],
    },
  ]);
  const proposal = await adoptSuggestedResolution(moderator, { suggestionId, reason: "The sources agree." });
  const written = await database.prisma.resolution.findUniqueOrThrow({ where: { id: proposal.id } });
  expect(written).toMatchObject({ outcome: "yes", proposedById: moderator.actor.id });
  expect(written.note).toContain(`As suggested by ${forecaster.actor.name}: Seen by two.`);
  expect(await waitingSuggestedResolutions(moderator)).toEqual([]);
  expect(await told(forecaster)).toContainEqual({ kind: "suggested_answer_proposed", body: "The sources agree." });
  await expect(declineSuggestedResolution(moderator, { suggestionId, reason: "Late." })).rejects.toMatchObject({
    code: "suggestion_must_be_unanswered",
  });
});

test("a suggested answer is declined with a reason, which its author reads", async () => {
  const { id: questionId, slug } = await ask();
  const forecaster = await aForecaster(questionId);
  const { suggestionId } = await suggestResolution(forecaster, { questionId, ...answer });
  await expect(suggestResolution(forecaster, { questionId, ...answer })).rejects.toMatchObject({
    code: "suggestions_must_stay_within_limit",
  });
  await declineSuggestedResolution(moderator, { suggestionId, reason: "It was another visit." });
  expect(await told(forecaster)).toContainEqual({ kind: "suggested_answer_declined", body: "It was another visit." });
  expect((await resolutionRecord(forecaster, { slug })).suggestions).toMatchObject([
    { answer: { kind: "declined", reason: "It was another visit." } },
  ]);
  expect(await database.prisma.resolution.count({ where: { questionId } })).toBe(0);
});

test("only who forecast on a question suggests its answer, and never without evidence", async () => {
  const { id: questionId } = await ask();
  const [bystander, forecaster] = [await someone(database.prisma), await aForecaster(questionId)];
  await expect(suggestResolution(bystander, { questionId, ...answer })).rejects.toMatchObject({
    code: "challenger_must_be_eligible",
  });
  await expect(suggestResolution(forecaster, { questionId, ...answer, evidenceIds: [] })).rejects.toMatchObject({
    code: "resolution_must_cite_evidence",
  });
});

test("a challenge points to events of the topic, is told to admins and proposer, and stops the clock until a note answers it", async () => {
  const { id: questionId, slug } = await ask(1 / 3600);
  const forecaster = await aForecaster(questionId);
  const proposer = await someone(database.prisma, "moderator");
  const { id: resolutionId } = await proposeResolution(proposer, { questionId, ...answer });
  const stranger = { resolutionId, reason: "It was Geneva.", evidenceIds: ["00000000-0000-4000-8000-000000000000"] };
  await expect(challengeResolution(forecaster, stranger)).rejects.toMatchObject({
    code: "resolution_must_cite_evidence",
  });
  await challengeResolution(forecaster, { ...stranger, evidenceIds: answer.evidenceIds });
  await challengeResolution(forecaster, { resolutionId, reason: "Once more." });
  for (const person of [admin, proposer]) {
    expect(await told(person)).toContainEqual({ kind: "resolution_challenged", body: "It was Geneva." });
  }
  const queued = (await resolutionQueue(admin)).find(({ id }) => id === resolutionId);
  expect(queued).toMatchObject({
    challenges: [{ reason: "It was Geneva." }],
    counterEvidence: [{ eventId: answer.evidenceIds[0] }],
  });
  await new Promise((over) => setTimeout(over, 1100));
  await expect(approveResolution(admin, { resolutionId, note: "" })).rejects.toMatchObject({
    code: "challenges_must_be_answered",
  });
  await approveResolution(admin, { resolutionId, note: "The plane landed in Muscat." });
  expect(await resolutionRecord(forecaster, { slug })).toMatchObject({ finalVersion: 1 });
});

test("everybody affected is told: proposed, amended, final with their own score, superseded with the old and the new", async () => {
  const { id: questionId } = await ask();
  const [ada, ben] = [await aForecaster(questionId, 0.9), await aForecaster(questionId, 0.2)];
  const first = await proposeResolution(moderator, { questionId, ...known() });
  const second = await amendResolution(admin, { resolutionId: first.id, ...known(), note: "A day later." });
  const other = await someone(database.prisma, "admin");
  await approveResolution(other, { resolutionId: second.id, note: "" });
  const third = await proposeResolution(admin, { questionId, ...known(), outcome: "no", note: "It was called off." });
  await approveResolution(other, { resolutionId: third.id, note: "" });
  const kinds = [
    "resolution_superseded",
    "resolution_proposed",
    "resolution_final",
    "resolution_amended",
    "resolution_proposed",
  ];
  const peers = await database.prisma.score.findMany({
    where: { run: { questionId } },
    select: { forecasterId: true, peer: true },
    orderBy: { run: { number: "asc" } },
  });
  const words = (peer: number) => `${peer < 0 && peer.toFixed(1) !== "-0.0" ? "−" : "+"}${Math.abs(peer).toFixed(1)}`;
  for (const { actor, ...person } of [ada, ben]) {
    const [old, now] = peers.filter(({ forecasterId }) => forecasterId === actor.id).map(({ peer }) => words(peer));
    const notices = await told({ ...person, actor });
    expect(notices.map(({ kind }) => kind)).toEqual(kinds);
    expect(notices[2]?.body).toBe(`Your Peer score: ${old}.`);
    expect(notices[0]?.body).toBe(`Was Yes. Your Peer score was ${old} and is ${now} now.`);
  }
});

test("what is refused tells nobody", async () => {
  const { id: questionId } = await ask(24);
  const forecaster = await aForecaster(questionId);
  const { id: resolutionId } = await proposeResolution(moderator, { questionId, ...answer });
  const before = await told(forecaster);
  await expect(approveResolution(admin, { resolutionId, note: "" })).rejects.toThrow();
  await expect(rejectResolution(admin, { resolutionId, note: "" })).rejects.toThrow();
  expect(await told(forecaster)).toEqual(before);
});

test("who forecast asks to reopen a final answer; an admin declines with a reason, or answers by a new version", async () => {
  const { id: questionId, slug } = await ask();
  const [forecaster, bystander] = [await aForecaster(questionId), await someone(database.prisma)];
  const { id: resolutionId } = await proposeResolution(moderator, { questionId, ...answer });
  const objection = { resolutionId, reason: "The source was retracted.", evidenceIds: answer.evidenceIds };
  await expect(requestReopening(forecaster, objection)).rejects.toMatchObject({ code: "resolution_must_be_final" });
  await approveResolution(admin, { resolutionId, note: "" });
  await expect(requestReopening(bystander, objection)).rejects.toMatchObject({ code: "challenger_must_be_eligible" });
  const { id: requestId } = await requestReopening(forecaster, objection);
  expect(await requestReopening(forecaster, objection)).toEqual({ id: requestId });
  expect(await waitingReopenings(admin)).toMatchObject([
    { id: requestId, requestedBy: forecaster.actor.name, version: 1 },
  ]);
  expect(await told(admin)).toContainEqual({ kind: "reopening_requested", body: objection.reason });
  await expect(declineReopening(moderator, { requestId, reason: "No." })).rejects.toMatchObject({
    code: "actor_must_be_permitted",
  });
  await declineReopening(admin, { requestId, reason: "Another source stands." });
  expect(await told(forecaster)).toContainEqual({ kind: "reopening_declined", body: "Another source stands." });
  await requestReopening(forecaster, { ...objection, reason: "That one is gone as well." });
  await proposeResolution(admin, { questionId, ...answer, outcome: "no", note: "Both are gone." });
  expect(await waitingReopenings(admin)).toEqual([]);
  expect(await told(forecaster)).toContainEqual({ kind: "reopening_granted", body: "Both are gone." });
  expect((await resolutionRecord(forecaster, { slug })).reopenings.map((request) => request.answer?.kind)).toEqual([
    "declined",
    "reopened",
  ]);
});

test("a void that comes too early sends the question back; an answer that was scored cannot be sent back", async () => {
  const { id: questionId, slug } = await ask();
  const early = { ...answer, outcome: null, voidReason: "too_early", evidenceIds: [] };
  const { id } = await proposeResolution(moderator, { questionId, ...early });
  await approveResolution(admin, { resolutionId: id, note: "It may still happen." });
  expect(await resolutionRecord(admin, { slug })).toMatchObject({ finalVersion: null });
  const next = await proposeResolution(moderator, { questionId, ...answer });
  await approveResolution(admin, { resolutionId: next.id, note: "" });
  await expect(proposeResolution(admin, { questionId, ...early })).rejects.toMatchObject({
    code: "answer_must_not_be_sent_back",
  });
});

test("a void takes the scores back, and each person is told what they lose", async () => {
  const { id: questionId } = await ask();
  const [ada] = [await aForecaster(questionId, 0.9), await aForecaster(questionId, 0.2)];
  const first = await proposeResolution(moderator, { questionId, ...known() });
  await approveResolution(admin, { resolutionId: first.id, note: "" });
  const nothing = { ...known(), outcome: null, voidReason: "flawed_question", evidenceIds: [] };
  const second = await proposeResolution(admin, { questionId, ...nothing });
  await approveResolution(await someone(database.prisma, "admin"), { resolutionId: second.id, note: "" });
  expect(await database.prisma.currentScoreRun.count({ where: { questionId } })).toBe(0);
  expect((await told(ada))[0]?.body).toMatch(/^Was Yes\. Your Peer score of [+−]\d+\.\d is taken back\.$/);
});

test("the preview says before an approval what it does", async () => {
  const { id: questionId } = await ask();
  const people = [await aForecaster(questionId), await aForecaster(questionId), await aForecaster(questionId)];
  const { id } = await proposeResolution(moderator, { questionId, ...known() });
  await submitForecast(await someone(database.prisma), { questionId, probabilities: [0.99] });
  const preview = (await resolutionQueue(admin)).find((item) => item.id === id)?.preview;
  expect(preview).toMatchObject({ scored: people.length, rescored: 0, lateForecasts: 1, told: 4, market: null });
  await approveResolution(admin, { resolutionId: id, note: "" });
  expect(await database.prisma.score.count({ where: { run: { questionId } } })).toBe(preview?.scored);
});
