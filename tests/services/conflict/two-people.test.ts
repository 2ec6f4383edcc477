import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { changeCriteria } from "#services/question/change-criteria.ts";
import { clarifyQuestion } from "#services/question/clarify-question.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { questionRecord } from "#services/question/question-record.ts";
import { reviseDraft } from "#services/question/revise-draft.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { declineReopening } from "#services/resolution/answer-reopening.ts";
import { requestReopening } from "#services/resolution/challenge-resolution.ts";
import { approveResolution } from "#services/resolution/decide-resolution.ts";
import { resolutionQueue, resolutionRecord } from "#services/resolution/queries.ts";
import { setInstanceSettings } from "#services/resolution/set-instance-settings.ts";
import { takeUpSuggestion } from "#services/suggestion/answer-suggestion.ts";
import { suggestQuestion } from "#services/suggestion/suggest-question.ts";
import { company } from "#services/user/company.ts";
import { setUserRole } from "#services/user/set-user-role.ts";
import { signCoverage } from "#tests/support/as-requested.ts";
import { anUndecidedQuestion, gain, proposeYes } from "#tests/support/interests.ts";
import { anonymous, job, someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitCriteria, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aTrader } from "#tests/support/trading.ts";

let database: Database;
let admin: Awaited<ReturnType<typeof someone>>;
let other: typeof admin;
let moderator: typeof admin;
beforeAll(async () => {
  database = await testDatabase();
  const db = database.prisma;
  [admin, other] = [await someone(db, "admin"), await someone(db, "admin")];
  moderator = await someone(db, "moderator");
});
afterAll(() => database.close());

/** Runs something while the instance has one admin, in solo mode. */
async function inSoloMode<T>(work: () => Promise<T>): Promise<T> {
  const db = database.prisma;
  await setUserRole(job(db), { userId: other.actor.id, role: "forecaster" });
  await setInstanceSettings(admin, { isSolo: true, challengeWindowHours: 24 });
  try {
    return await work();
  } finally {
    await setInstanceSettings(admin, { isSolo: false, challengeWindowHours: 24 });
    await setUserRole(job(db), { userId: other.actor.id, role: "admin" });
  }
}

describe("publishing takes somebody who wrote none of it", () => {
  const revised = (topicId: string, title = "Will an envoy visit Oman soon enough?") => {
    const { topicId: _, type: __, ...draft } = visitDraft(topicId, { title });
    return draft;
  };

  test("not whoever drafted it, nor whoever changed its words or its rule, even when another revised it after them", async () => {
    const topicId = await someTopic(moderator);
    const { id: questionId } = await draftQuestion(moderator, visitDraft(topicId));
    await reviseDraft(admin, { questionId, ...revised(topicId) });
    const criteria = { ...visitCriteria(), minimumSourceGroups: 2 };
    await reviseDraft(moderator, { questionId, ...revised(topicId), criteria });
    await submitForReview(moderator, { questionId });
    for (const writer of [moderator, admin]) {
      const alone = publishQuestion(writer, { questionId });
      await expect(alone).rejects.toMatchObject({ code: "publisher_must_not_be_drafter", kind: "forbidden" });
    }
    const { slug } = await publishQuestion(other, { questionId });
    expect(await questionRecord(anonymous(database.prisma), { slug })).toMatchObject({
      draftedBy: moderator.actor.name,
      otherAuthors: [admin.actor.name],
      publishedBy: other.actor.name,
      wasPublishedAlone: false,
    });
  });

  test("nor whoever suggested it", async () => {
    const topicId = await someTopic(moderator);
    const asked = { title: "Will an envoy visit Oman?", topicId, why: "It matters.", roughCriteria: "A visit." };
    const { suggestionId } = await suggestQuestion(other, asked);
    const { id: questionId } = await takeUpSuggestion(moderator, { suggestionId, question: visitDraft(topicId) });
    await submitForReview(moderator, { questionId });
    await expect(publishQuestion(other, { questionId })).rejects.toMatchObject({
      code: "publisher_must_not_be_drafter",
    });
    await publishQuestion(admin, { questionId });
  });

  test("in solo mode one person does both, and the record says so", async () => {
    const topicId = await someTopic(moderator);
    const { id: questionId } = await draftQuestion(admin, visitDraft(topicId));
    await submitForReview(admin, { questionId });
    const { slug } = await inSoloMode(() => publishQuestion(admin, { questionId }));
    const record = await questionRecord(anonymous(database.prisma), { slug });
    expect(record).toMatchObject({ publishedBy: admin.actor.name, wasPublishedAlone: true });
  });
});

describe("solo mode", () => {
  test("is not switched on where there are two admins, and has no effect once there are", async () => {
    const twoAdmins = setInstanceSettings(admin, { isSolo: true, challengeWindowHours: 24 });
    await expect(twoAdmins).rejects.toMatchObject({ code: "solo_mode_must_have_one_admin", kind: "conflict" });
    const topicId = await someTopic(moderator);
    const { id: questionId } = await draftQuestion(admin, visitDraft(topicId));
    await submitForReview(admin, { questionId });
    await database.prisma.instanceSettings.update({ where: { id: 1 }, data: { isSolo: true } });
    await expect(publishQuestion(admin, { questionId })).rejects.toMatchObject({
      code: "publisher_must_not_be_drafter",
    });
    await database.prisma.instanceSettings.update({ where: { id: 1 }, data: { isSolo: false } });
  });

  test("somebody is told before they begin who else there is to publish and to approve", async () => {
    expect(await company(admin)).toEqual({ otherPublishers: 2, otherAdmins: 1, isSolo: false });
    await inSoloMode(async () => {
      expect(await company(admin)).toMatchObject({ otherAdmins: 0, isSolo: true });
      expect(await company(moderator)).toMatchObject({ otherAdmins: 1 });
    });
    await expect(company(await someone(database.prisma))).rejects.toMatchObject({ code: "actor_must_be_permitted" });
  });

  test("lets the one admin change the rule of a question that they have forecast on; the record says that they did it alone", async () => {
    const { questionId, slug } = await anUndecidedQuestion(moderator);
    await submitForecast(admin, { questionId, probabilities: [0.7] });
    const { deadlineAt } = await database.prisma.question.findUniqueOrThrow({ where: { id: questionId } });
    const criteria = { ...visitCriteria({ until: deadlineAt.getTime() }), minimumSourceGroups: 4 };
    const change = () => changeCriteria(admin, { questionId, basedOn: 1, criteria, reason: "Three were too few." });
    await expect(change()).rejects.toMatchObject({ code: "actor_must_have_no_conflict", kind: "forbidden" });
    await inSoloMode(change);
    expect((await questionRecord(anonymous(database.prisma), { slug })).declared).toMatchObject([
      {
        act: "change-criteria",
        subject: "2",
        by: admin.actor.name,
        interest: "somebody with a forecast on this question",
        wasSolo: true,
      },
    ]);
  });
});

describe("an answer is approved by another person", () => {
  const another = { code: "approver_must_be_another_person", kind: "forbidden" };
  const approve = (person: typeof admin, resolutionId: string) => approveResolution(person, { resolutionId, note: "" });
  const pendingOf = (questionId: string) =>
    database.prisma.resolution.findFirstOrThrow({ where: { questionId, decision: null } });

  test("than the one who alone logged what the engine read in the log", async () => {
    const topicId = await someTopic(moderator);
    const { id: questionId, slug } = await publishedQuestion(
      moderator,
      visitDraft(topicId, { challengeWindowHours: 0 }),
    );
    await logEvent(admin, visitEvent(topicId));
    const { id } = await pendingOf(questionId);
    await expect(approve(admin, id)).rejects.toMatchObject(another);
    const whyNot = { code: "approver_must_be_another_person", values: { part: "evidence" } };
    expect(await resolutionRecord(admin, { slug })).toMatchObject({ whyNotDecide: whyNot });
    const queued = (await resolutionQueue(admin)).find((item) => item.id === id);
    expect(queued?.whyNotDecide).toEqual(whyNot);
    expect((await resolutionRecord(other, { slug })).whyNotDecide).toBeNull();
    await approve(other, id);
  });

  test("than the one who alone signed the coverage that absence answers by", async () => {
    const topicId = await someTopic(moderator);
    const criteria = { ...visitCriteria({ until: Date.now() + 1_500 }), settlementLagHours: 0 };
    const closesAt = new Date(criteria.window.until - 100);
    const draft = visitDraft(topicId, { criteria, closesAt, challengeWindowHours: 0 });
    const { id: questionId } = await publishedQuestion(moderator, draft);
    await new Promise((resolve) => setTimeout(resolve, criteria.window.until - Date.now() + 50));
    const span = { coversFrom: new Date(criteria.window.from), coversUntil: new Date(criteria.window.until) };
    await signCoverage(admin, { topicId, ...span });
    const { id } = await pendingOf(questionId);
    await expect(approve(admin, id)).rejects.toMatchObject(another);
    await approve(other, id);
  });

  test("than whoever changed or clarified the rule since it was published", async () => {
    const { questionId, eventId } = await anUndecidedQuestion(moderator);
    await clarifyQuestion(admin, { questionId, text: "A stopover is no visit." });
    const { id } = await proposeYes(moderator, questionId, eventId);
    await expect(approve(admin, id)).rejects.toMatchObject(another);
    await approve(other, id);
  });

  test("than somebody with a forecast who logged what it rests on, whoever proposed it and whichever came first", async () => {
    for (const forecastsFirst of [true, false]) {
      const { questionId, topicId, slug } = await anUndecidedQuestion(moderator);
      if (forecastsFirst) await gain(admin, questionId, "forecast");
      const { id: eventId } = await logEvent(admin, visitEvent(topicId));
      if (!forecastsFirst) await gain(admin, questionId, "forecast");
      const { id } = await proposeYes(moderator, questionId, eventId);
      await expect(approve(admin, id)).rejects.toMatchObject(another);
      const interest = "somebody with a forecast on this question";
      expect((await resolutionRecord(anonymous(database.prisma), { slug })).declared).toMatchObject([
        { act: "log-event", by: admin.actor.name, interest, cameLater: !forecastsFirst },
      ]);
      await approve(other, id);
    }
  });

  test("and somebody with a forecast who had no part in it approves it, flagged", async () => {
    const { questionId, eventId } = await anUndecidedQuestion(moderator);
    await gain(admin, questionId, "forecast");
    const { id } = await proposeYes(moderator, questionId, eventId);
    await approve(admin, id);
    const decision = await database.prisma.decision.findUniqueOrThrow({ where: { resolutionId: id } });
    expect(decision).toMatchObject({ conflicts: ["has_forecast"], wasSolo: false });
  });

  test("unless the one admin of an instance in solo mode does both, and the record says so", async () => {
    const topicId = await someTopic(moderator);
    const { id: questionId } = await publishedQuestion(moderator, visitDraft(topicId, { challengeWindowHours: 0 }));
    await logEvent(admin, visitEvent(topicId));
    const { id } = await pendingOf(questionId);
    await inSoloMode(() => approve(admin, id));
    const decision = await database.prisma.decision.findUniqueOrThrow({ where: { resolutionId: id } });
    expect(decision).toMatchObject({ kind: "approved", wasSolo: true });
  });
});

test("an admin who shortens the time for challenges declares it on the questions they have an interest in, and approves none of them", async () => {
  const topicId = await someTopic(moderator);
  const { id: questionId } = await publishedQuestion(moderator, visitDraft(topicId));
  const { id: unrelated } = await publishedQuestion(
    moderator,
    visitDraft(topicId, { title: "Will two envoys visit?" }),
  );
  await gain(admin, questionId, "forecast");
  await setInstanceSettings(admin, { isSolo: false, challengeWindowHours: 0 });
  await setInstanceSettings(other, { isSolo: false, challengeWindowHours: 24 });
  const declared = await database.prisma.declaredConflict.findMany({
    where: { questionId: { in: [questionId, unrelated] } },
  });
  expect(declared).toMatchObject([{ questionId, personId: admin.actor.id, act: "shorten-challenge-window" }]);
});

test("an admin with a position does not decline a request to reopen; one with a forecast does, on the record", async () => {
  const { questionId, eventId, slug } = await anUndecidedQuestion(moderator);
  const [holder, forecaster] = [await aTrader(database.prisma), await someone(database.prisma)];
  await database.prisma.user.update({ where: { id: holder.actor.id }, data: { role: "admin" } });
  const holding = { ...holder, actor: { ...holder.actor, role: "admin" as const } };
  await gain(holder, questionId, "position");
  await gain(admin, questionId, "forecast");
  await gain(forecaster, questionId, "forecast");
  const { id: resolutionId } = await proposeYes(moderator, questionId, eventId);
  await approveResolution(other, { resolutionId, note: "" });
  const { id: requestId } = await requestReopening(forecaster, { resolutionId, reason: "It was Geneva." });
  const decline = (person: typeof admin) => declineReopening(person, { requestId, reason: "It was Muscat." });
  await expect(decline(holding)).rejects.toMatchObject({ code: "approver_must_hold_no_position" });
  await decline(admin);
  const { declared } = await resolutionRecord(anonymous(database.prisma), { slug });
  expect(declared).toMatchObject([{ act: "decline-reopening", by: admin.actor.name }]);
  await database.prisma.user.update({ where: { id: holder.actor.id }, data: { role: "forecaster" } });
});
