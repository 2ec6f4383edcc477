import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Criteria, MultipleChoiceCriteria } from "#core/criteria/criteria.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { draftToRevise, listDrafts } from "#services/question/drafts.ts";
import { draftQuestionInput } from "#services/question/input.ts";
import { loadQuestion } from "#services/question/load-question.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { questionBySlug } from "#services/question/question-by-slug.ts";
import { reviseDraft } from "#services/question/revise-draft.ts";
import { returnDraft, submitForReview } from "#services/question/submit-for-review.ts";
import { criteriaHash } from "#services/question/write-criteria-version.ts";
import { setInstanceSettings } from "#services/resolution/set-instance-settings.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { now, publishedQuestion, someTopic, visitCriteria, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

type Person = Awaited<ReturnType<typeof someone>>;
let database: Database;
let moderator: Person;
let admin: Person;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  admin = await someone(database.prisma, "admin");
});
afterAll(() => database.close());

const occurs = (type: string) => ({ kind: "occurs", match: { types: [type] } }) as const;

function choiceCriteria(): MultipleChoiceCriteria {
  const { rule: _, ...frame } = visitCriteria();
  return {
    ...frame,
    options: [
      { optionId: "A deal", rule: occurs("AGREE") },
      { optionId: "A clash", rule: occurs("ASSAULT") },
    ],
    otherwise: "Neither",
  };
}

async function drafted(change = {}) {
  const topicId = await someTopic(moderator);
  return { topicId, ...(await draftQuestion(moderator, visitDraft(topicId, change))) };
}

describe("drafting a question", () => {
  test("a draft keeps its rule under the hash of its canonical text and with the sentence made from it", async () => {
    const { id } = await drafted();
    const { criteria, deadlineAt } = await loadQuestion(database.prisma, id);
    expect(criteria).toMatchObject({ version: 1, hash: criteriaHash(criteria?.rule as Criteria) });
    expect(criteria?.sentence).toContain("a consultation (visit to the host) in Oman");
    expect(deadlineAt.getTime()).toBe(criteria?.rule?.window.until);
  });

  test("questions with the same title get addresses of their own", async () => {
    const title = "Will the ferry run again this spring?";
    const slugs = [(await drafted({ title })).slug, (await drafted({ title })).slug];
    expect(slugs).toEqual(["will-the-ferry-run-again-this-spring", "will-the-ferry-run-again-this-spring-2"]);
  });

  test("an address that is asked for must be free", async () => {
    const { slug } = await drafted();
    await expect(drafted({ slug })).rejects.toMatchObject({ code: "slug_must_be_free", field: "slug" });
  });

  test("a rule names the options of its question by the ids they were given", async () => {
    const change = { type: "multiple_choice", options: ["A deal", "A clash", "Neither"], criteria: choiceCriteria() };
    const { id, options } = await drafted(change);
    const { criteria } = await loadQuestion(database.prisma, id);
    const [deal, clash, neither] = options.map((option) => option.id);
    expect(criteria?.rule).toMatchObject({ options: [{ optionId: deal }, { optionId: clash }], otherwise: neither });
    expect(criteria?.sentence).toContain("“A deal” if there is an agreement");
  });

  test("a draft must agree with itself", async () => {
    const late = drafted({ closesAt: new Date(Date.now() + 40 * DAY_MS) });
    await expect(late).rejects.toMatchObject({ code: "question_must_close_by_deadline", field: "closesAt" });
    const untimely = drafted({ closesAt: new Date(Date.now() - DAY_MS) });
    await expect(untimely).rejects.toMatchObject({ code: "question_must_open_before_close" });
    const options = { type: "multiple_choice", options: ["Neither", "neither"], criteria: choiceCriteria() };
    await expect(drafted(options)).rejects.toMatchObject({ code: "options_must_be_distinct", field: "options" });
    await expect(drafted({ criteria: choiceCriteria() })).rejects.toMatchObject({ code: "criteria_must_fit_question" });
    const strange = { type: "multiple_choice", options: ["A deal", "Neither"], criteria: choiceCriteria() };
    await expect(drafted(strange)).rejects.toMatchObject({ code: "criteria_must_fit_question" });
  });

  test("a rule that is nested without end is refused before it is read", () => {
    let rule: object = occurs("AGREE");
    for (let level = 0; level < 5000; level++) rule = { kind: "not", rule };
    const input = { ...visitDraft(crypto.randomUUID()), criteria: { ...visitCriteria(), rule } };
    expect(draftQuestionInput.safeParse(input).error?.issues[0]?.message).toBe("The rule is nested too deeply.");
  });

  test("a forecaster may not draft, and sees no draft", async () => {
    const forecaster = await someone(database.prisma);
    const { slug, topicId } = await drafted();
    const attempt = draftQuestion(forecaster, visitDraft(topicId));
    await expect(attempt).rejects.toMatchObject({ code: "actor_must_be_permitted" });
    await expect(listDrafts(forecaster)).rejects.toMatchObject({ code: "actor_must_be_permitted" });
    await expect(questionBySlug(forecaster, { slug })).rejects.toMatchObject({ code: "subject_must_exist" });
    expect((await questionBySlug(moderator, { slug })).status).toBe("draft");
  });
});

describe("revising a draft", () => {
  test("only a changed rule or fine print makes a new version", async () => {
    const { id, topicId } = await drafted();
    const { topicId: _, type: __, ...draft } = visitDraft(topicId, { criteria: visitCriteria() });
    await reviseDraft(moderator, { ...draft, questionId: id, title: "Will somebody visit Oman within thirty days?" });
    const first = await loadQuestion(database.prisma, id);
    await reviseDraft(moderator, { ...draft, questionId: id, finePrint: "A stopover is no visit." });
    const second = await loadQuestion(database.prisma, id);
    expect(first.title).toBe("Will somebody visit Oman within thirty days?");
    expect(second.criteria).toMatchObject({
      version: (first.criteria?.version ?? 0) + 1,
      finePrint: "A stopover is no visit.",
    });
  });

  test("an option that keeps its label keeps its id, wherever it moves", async () => {
    const options = ["A deal", "A clash", "Neither"];
    const {
      id,
      topicId,
      options: before,
    } = await drafted({ type: "multiple_choice", options, criteria: choiceCriteria() });
    const { topicId: _, type: __, ...draft } = visitDraft(topicId, { criteria: choiceCriteria() });
    const { options: after } = await reviseDraft(moderator, {
      ...draft,
      questionId: id,
      options: options.toReversed(),
    });
    expect(after.map(({ label }) => label)).toEqual(options.toReversed());
    expect(after).toEqual(before.toReversed());
  });

  test("under review it takes a reason; after publication nothing changes any more", async () => {
    const { id, topicId } = await drafted();
    await submitForReview(moderator, { questionId: id });
    const { topicId: _, type: __, ...draft } = visitDraft(topicId);
    const revision = { ...draft, questionId: id, finePrint: "A stopover is no visit." };
    await expect(reviseDraft(moderator, revision)).rejects.toMatchObject({
      code: "reason_must_be_given",
      field: "reason",
    });
    await reviseDraft(moderator, { ...revision, reason: "Stopovers were unclear." });
    expect(await database.prisma.criteriaVersion.findFirst({ where: { questionId: id, version: 2 } })).toMatchObject({
      reason: "Stopovers were unclear.",
    });
    await publishQuestion(admin, { questionId: id });
    const after = reviseDraft(moderator, { ...revision, reason: "Again" });
    await expect(after).rejects.toMatchObject({ code: "question_status_must_allow_change" });
  });

  test("a form takes a draft up again with its options by label", async () => {
    const options = ["A deal", "A clash", "Neither"];
    const { slug } = await drafted({ type: "multiple_choice", options, criteria: choiceCriteria() });
    const draft = await draftToRevise(moderator, { slug });
    expect(draft.options).toEqual(options);
    expect(draft.criteria).toMatchObject({
      otherwise: "Neither",
      options: [{ optionId: "A deal" }, { optionId: "A clash" }],
    });
  });
});

describe("publishing a question", () => {
  test("a draft goes through review, and opens when it is published if its opening has passed", async () => {
    const { id, slug } = await drafted({ opensAt: new Date(Date.now() - 3_600_000) });
    await expect(publishQuestion(admin, { questionId: id })).rejects.toMatchObject({
      code: "question_status_must_allow_change",
    });
    await submitForReview(moderator, { questionId: id });
    const before = Date.now();
    await publishQuestion(admin, { questionId: id });
    const view = await questionBySlug(now(anonymous(database.prisma)), { slug });
    expect(view.status).toBe("open");
    expect(view.opensAt.getTime()).toBeGreaterThanOrEqual(before - 1000);
    const audit = { where: { subjectId: id, action: "publish-question" } };
    expect(await database.prisma.auditEntry.count(audit)).toBe(1);
  });

  test("somebody else than its drafter publishes it, unless the instance is in solo mode", async () => {
    const { id, topicId } = await drafted();
    await submitForReview(moderator, { questionId: id });
    const alone = publishQuestion(moderator, { questionId: id });
    await expect(alone).rejects.toMatchObject({ code: "publisher_must_not_be_drafter", kind: "forbidden" });
    const { topicId: _, type: __, ...draft } = visitDraft(topicId);
    const finePrint = "A stopover is no visit.";
    await reviseDraft(admin, { ...draft, questionId: id, finePrint, reason: "Stopovers were unclear." });
    const rewriter = publishQuestion(admin, { questionId: id });
    await expect(rewriter).rejects.toMatchObject({ code: "publisher_must_not_be_drafter" });
    await setInstanceSettings(admin, { isSolo: true, challengeWindowHours: 24 });
    await publishQuestion(moderator, { questionId: id });
    await setInstanceSettings(admin, { isSolo: false, challengeWindowHours: 24 });
    expect((await loadQuestion(database.prisma, id)).publication?.publishedById).toBe(moderator.actor.id);
  });

  test("what is told as history keeps its opening", async () => {
    const opensAt = new Date(Date.now() - 3_600_000);
    const { id } = await drafted({ opensAt });
    await submitForReview(moderator, { questionId: id });
    await publishQuestion(admin, { questionId: id }, { isHistorical: true });
    expect((await loadQuestion(database.prisma, id)).opensAt).toEqual(opensAt);
  });

  test("a rule that cannot decide is refused", async () => {
    const { id } = await drafted({ criteria: { ...visitCriteria(), rule: occurs("PARLEY") } });
    await submitForReview(moderator, { questionId: id });
    const attempt = publishQuestion(admin, { questionId: id });
    await expect(attempt).rejects.toMatchObject({ code: "criteria_must_be_resolvable" });
  });

  test("a rule that the log already decides is refused", async () => {
    const { id, topicId } = await drafted();
    await logEvent(moderator, visitEvent(topicId));
    await submitForReview(moderator, { questionId: id });
    const attempt = publishQuestion(admin, { questionId: id });
    await expect(attempt).rejects.toMatchObject({ code: "criteria_must_be_undecided" });
  });

  test("a question sent back is a draft again, and its review left a reason", async () => {
    const { id } = await drafted();
    await submitForReview(moderator, { questionId: id });
    await returnDraft(moderator, { questionId: id, reason: "Say what a visit is." });
    const draft = (await listDrafts(now(moderator))).find((row) => row.id === id);
    expect(draft?.status).toBe("draft");
    const entry = await database.prisma.auditEntry.findFirst({ where: { subjectId: id, action: "return-draft" } });
    expect(entry?.details).toMatchObject({ reason: "Say what a visit is." });
  });

  test("two people who publish at once publish once", async () => {
    const other = await someone(database.prisma, "moderator");
    const { id } = await drafted();
    await submitForReview(moderator, { questionId: id });
    const attempts = await Promise.allSettled([admin, other].map((ctx) => publishQuestion(ctx, { questionId: id })));
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a published question is on the list of no drafts", async () => {
    const { id } = await publishedQuestion(moderator, visitDraft(await someTopic(moderator)));
    expect((await listDrafts(moderator)).map((row) => row.id)).not.toContain(id);
  });
});
