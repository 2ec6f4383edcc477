import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { challengeResolution } from "#services/resolution/challenge-resolution.ts";
import { amendResolution, approveResolution, rejectResolution } from "#services/resolution/decide-resolution.ts";
import { evaluateOpenQuestions } from "#services/resolution/evaluate-open-questions.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { resolutionQueue, resolutionRecord } from "#services/resolution/queries.ts";
import { setInstanceSettings } from "#services/resolution/set-instance-settings.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { signCoverage } from "#tests/support/as-requested.ts";
import { eventFacts, source } from "#tests/support/event-facts.ts";
import { job, someone } from "#tests/support/people.ts";
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
  ({ id: topicId } = await createTopic(moderator, { title: "The harbour channel", summary: "A story." }));
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;

/** Logs a visit, two hours ago, that meets the question with this tag. */
function visit(tag: string) {
  const occurredFrom = new Date(Date.now() - 3 * HOUR_MS);
  return logEvent(moderator, {
    topicId,
    ...eventFacts({
      type: "CONSULT.visit",
      occurredFrom,
      occurredUntil: new Date(occurredFrom.getTime() + HOUR_MS),
      precision: "instant",
      tags: [tag],
      sources: [source({ url: `https://example.org/${tag}`, publishedAt: new Date(Date.now() - HOUR_MS) })],
    }),
  });
}

const newTag = () => `visit-${++made}`;
const pendingOf = (questionId: string) =>
  database.prisma.resolution.findFirstOrThrow({ where: { questionId, decision: null } });
const ask = (tag: string, more: { closesAt?: number; challengeWindowHours?: number } = {}) =>
  anAnswerableQuestion(moderator, topicId, { tag, ...more });

describe("resolution", () => {
  test("an event that meets the criteria is proposed by the engine in the same request, with its evidence and times", async () => {
    const tag = newTag();
    const question = await ask(tag);
    const event = await visit(tag);
    expect(event.proposals).toMatchObject([{ questionId: question.id, outcome: "yes" }]);
    const proposal = await database.prisma.resolution.findFirstOrThrow({
      where: { questionId: question.id },
      include: { evidence: true },
    });
    expect(proposal).toMatchObject({
      outcome: "yes",
      version: 1,
      proposedById: null,
      evidence: [{ eventId: event.id }],
    });
    expect(proposal.effectiveAt <= proposal.knownAt).toBe(true);
  });

  test("approval writes answer, decision, scores and one audit row together", async () => {
    const tag = newTag();
    const question = await ask(tag);
    const [ada, ben] = [await someone(database.prisma), await someone(database.prisma)];
    await submitForecast(ada, { questionId: question.id, probabilities: [0.9] });
    await submitForecast(ben, { questionId: question.id, probabilities: [0.2] });
    const pending = await proposeResolution(moderator, await byHand(question.id));
    await approveResolution(admin, { resolutionId: pending.id, note: "" });
    const record = await resolutionRecord(admin, { slug: question.slug });
    expect(record).toMatchObject({
      finalVersion: 1,
      versions: [{ decision: { kind: "approved", decidedBy: admin.actor.name } }],
    });
    const scores = await database.prisma.score.findMany({ where: { run: { questionId: question.id } } });
    expect(scores).toHaveLength(2);
    expect(scores.reduce((sum, score) => sum + score.peer, 0)).toBeCloseTo(0, 9);
    expect(
      await database.prisma.auditEntry.count({ where: { subjectId: pending.id, action: "approve-resolution" } }),
    ).toBe(1);
  });

  /** A moderator's own proposal of "yes", citing an event of another tag. */
  async function byHand(questionId: string) {
    const { id } = await visit(newTag());
    const now = Date.now();
    return {
      questionId,
      outcome: "yes",
      voidReason: null,
      effectiveAt: new Date(now),
      knownAt: new Date(now),
      evidenceIds: [id],
      note: "Seen.",
    };
  }

  test("a proposal cites a sourced event, or it is refused", async () => {
    const question = await ask(newTag());
    const bare = { ...(await byHand(question.id)), evidenceIds: [] };
    await expect(proposeResolution(moderator, bare)).rejects.toMatchObject({ code: "resolution_must_cite_evidence" });
    expect(await database.prisma.resolution.count({ where: { questionId: question.id } })).toBe(0);
  });

  test("whoever proposed an answer cannot approve it, unless the instance is in solo mode, and then the record says so", async () => {
    const question = await ask(newTag());
    const { id } = await proposeResolution(admin, await byHand(question.id));
    await expect(approveResolution(admin, { resolutionId: id, note: "" })).rejects.toMatchObject({
      code: "approver_must_not_be_proposer",
    });
    await setInstanceSettings(admin, { isSolo: true, challengeWindowHours: 24 });
    await approveResolution(admin, { resolutionId: id, note: "" });
    await setInstanceSettings(admin, { isSolo: false, challengeWindowHours: 24 });
    expect((await resolutionRecord(admin, { slug: question.slug })).versions[0]?.decision?.wasSolo).toBe(true);
  });

  test("moderators and forecasters do not decide", async () => {
    const question = await ask(newTag());
    const { id } = await proposeResolution(moderator, await byHand(question.id));
    for (const stranger of [await someone(database.prisma, "moderator"), await someone(database.prisma)]) {
      await expect(approveResolution(stranger, { resolutionId: id, note: "" })).rejects.toMatchObject({
        code: "actor_must_be_permitted",
      });
    }
  });

  test("an answer is not approved before the time for challenges is over", async () => {
    const question = await ask(newTag(), { challengeWindowHours: 24 });
    const { id } = await proposeResolution(moderator, await byHand(question.id));
    await expect(approveResolution(admin, { resolutionId: id, note: "" })).rejects.toMatchObject({
      code: "challenge_window_must_be_over",
    });
  });

  test("a challenge needs final and a reason", async () => {
    const question = await ask(newTag(), { challengeWindowHours: 24 });
    const { id } = await proposeResolution(moderator, await byHand(question.id));
    const bystander = await someone(database.prisma);
    await expect(challengeResolution(bystander, { resolutionId: id, reason: "It was Geneva." })).rejects.toMatchObject({
      code: "challenger_must_be_eligible",
    });
    await submitForecast(bystander, { questionId: question.id, probabilities: [0.3] });
    await challengeResolution(bystander, { resolutionId: id, reason: "It was Geneva." });
    const queue = await resolutionQueue(admin);
    expect(queue.find((item) => item.id === id)?.challenges).toMatchObject([
      { reason: "It was Geneva.", challenger: bystander.actor.name },
    ]);
  });

  test("a rejected answer is not proposed again by the engine from the same evidence, but is from new evidence", async () => {
    const tag = newTag();
    const question = await ask(tag);
    await visit(tag);
    await rejectResolution(admin, { resolutionId: (await pendingOf(question.id)).id, note: "Not a visit." });
    expect(await evaluateOpenQuestions(job(database.prisma), { topicId })).toEqual([]);
    const [evidence] = await database.prisma.resolutionEvidence.findMany({
      where: { resolution: { questionId: question.id } },
    });
    await setEventStatus(moderator, {
      eventId: evidence?.eventId ?? "",
      status: "retracted",
      reason: "It was another day.",
    });
    await visit(tag);
    expect(await pendingOf(question.id)).toMatchObject({ version: 2, outcome: "yes" });
  });

  test("an amended answer starts a proposal of its own, which somebody else must approve", async () => {
    const question = await ask(newTag());
    const first = await proposeResolution(moderator, await byHand(question.id));
    const { questionId: _, ...other } = {
      ...(await byHand(question.id)),
      outcome: "no",
      note: "The visit was called off.",
    };
    const second = await amendResolution(admin, { resolutionId: first.id, ...other });
    await expect(approveResolution(admin, { resolutionId: second.id, note: "" })).rejects.toMatchObject({
      code: "approver_must_not_be_proposer",
    });
    await approveResolution(await someone(database.prisma, "admin"), { resolutionId: second.id, note: "" });
    const { versions, finalVersion } = await resolutionRecord(admin, { slug: question.slug });
    expect([finalVersion, versions.map((version) => version.decision?.kind)]).toEqual([2, ["approved", "amended"]]);
  });

  test("a final answer is superseded by a new version; both stay on the record, and scores follow the new one", async () => {
    const question = await ask(newTag());
    const forecaster = await someone(database.prisma);
    await submitForecast(forecaster, { questionId: question.id, probabilities: [0.9] });
    const first = await proposeResolution(moderator, await byHand(question.id));
    await approveResolution(admin, { resolutionId: first.id, note: "" });
    await expect(proposeResolution(moderator, { ...(await byHand(question.id)), outcome: "no" })).rejects.toMatchObject(
      { code: "actor_must_be_permitted" },
    );
    const second = await proposeResolution(admin, { ...(await byHand(question.id)), outcome: "no" });
    await approveResolution(await someone(database.prisma, "admin"), { resolutionId: second.id, note: "" });
    const briers = await database.prisma.score.findMany({
      where: { forecasterId: forecaster.actor.id },
      orderBy: { run: { number: "asc" } },
    });
    expect(briers.map((score) => Number(score.brier.toFixed(6)))).toEqual([0.01, 0.81]);
    expect(
      await database.prisma.currentScoreRun.findUniqueOrThrow({
        where: { questionId: question.id },
        include: { run: true },
      }),
    ).toMatchObject({ run: { number: 2 } });
  });

  test("nothing happened: the engine answers no only once the window is over and coverage of it is signed", async () => {
    const closesAt = Date.now() + 1_500;
    const question = await ask(newTag(), { closesAt });
    const openedAt = Date.now() - 11 * 24 * HOUR_MS;
    const cover = (until: number) =>
      signCoverage(moderator, { topicId, coversFrom: new Date(openedAt), coversUntil: new Date(until) });
    expect(await evaluateOpenQuestions(job(database.prisma), { topicId })).toEqual([]);
    while (Date.now() <= closesAt) await new Promise((wake) => setTimeout(wake, 100));
    expect(await evaluateOpenQuestions(job(database.prisma), { topicId })).toEqual([]);
    await cover(closesAt - 500);
    expect(await database.prisma.resolution.count({ where: { questionId: question.id } })).toBe(0);
    await cover(closesAt);
    expect(await pendingOf(question.id)).toMatchObject({ outcome: "no", proposedById: null });
    expect((await pendingOf(question.id)).coverageIds.length).toBeGreaterThan(0);
  });

  test("the record is append-only, whoever writes to the database", async () => {
    for (const table of ["resolutions", "decisions", "challenges", "score_runs", "scores", "audit_entries"]) {
      await expect(database.run(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
      await expect(database.run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/);
    }
  });
});
