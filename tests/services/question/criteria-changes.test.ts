import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Criteria } from "#core/criteria/criteria.ts";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { changeCriteria } from "#services/question/change-criteria.ts";
import { clarifyQuestion } from "#services/question/clarify-question.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { loadQuestion } from "#services/question/load-question.ts";
import { questionBySlug } from "#services/question/question-by-slug.ts";
import { questionRecord } from "#services/question/question-record.ts";
import { criteriaHash } from "#services/question/write-criteria-version.ts";
import { listNotices } from "#tests/support/as-requested.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { now, publishedQuestion, someTopic, visitCriteria, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { shownNotices } from "#tests/support/shown-notices.ts";
import { testDatabase } from "#tests/support/test-database.ts";

type Person = Awaited<ReturnType<typeof someone>>;
let database: Database;
let moderator: Person;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

/** A published question on visits to Oman, and a rule for it that asks for two sources. */
async function asked() {
  const criteria = visitCriteria();
  const topicId = await someTopic(moderator);
  const question = await publishedQuestion(moderator, visitDraft(topicId, { criteria }));
  return { ...question, topicId, criteria, stricter: { ...criteria, minimumSourceGroups: 2 } };
}

const change = (questionId: string, criteria: Criteria, over = {}) =>
  changeCriteria(moderator, { questionId, basedOn: 1, criteria, reason: "One source was too few.", ...over });

async function forecasterOn(questionId: string): Promise<Person> {
  const person = await someone(database.prisma);
  await submitForecast(person, { questionId, probabilities: [0.4] });
  return person;
}

describe("changing the criteria of a public question", () => {
  test("a change is the next version, with its reason, its hash and an audit row", async () => {
    const { id, slug, stricter } = await asked();
    const { version, hash } = await change(id, stricter);
    expect([version, hash]).toEqual([2, criteriaHash(stricter)]);
    const { criteria } = await questionBySlug(now(anonymous(database.prisma)), { slug });
    expect(criteria.map((each) => [each.version, each.reason])).toEqual([
      [2, "One source was too few."],
      [1, null],
    ]);
    expect(criteria[0]).toMatchObject({ hash, createdBy: moderator.actor.name });
    const entry = await database.prisma.auditEntry.findFirst({ where: { subjectId: id, action: "change-criteria" } });
    expect(entry?.details).toMatchObject({ version: 2, hash, hashBefore: criteria[1]?.hash });
  });

  test("everybody who has forecast is told what it says now and why, and nobody else", async () => {
    const { id, slug, stricter } = await asked();
    const [reader, other] = [await forecasterOn(id), await someone(database.prisma)];
    await change(id, stricter);
    const [notice] = await shownNotices(reader);
    expect(notice).toMatchObject({ kind: "criteria_changed", href: `/questions/${slug}?tab=versions#activity` });
    expect(notice?.body).toContain("One source was too few.");
    expect(notice?.body).toContain("2 independent sources");
    expect((await listNotices(other, {})).items).toHaveLength(0);
  });

  test("a rule that the log decides already is refused once somebody has forecast, and only then", async () => {
    const { id, topicId, criteria } = await asked();
    await logEvent(moderator, visitEvent(topicId, { type: "AID" }));
    const met: Criteria = { ...criteria, rule: { kind: "occurs", match: { types: ["AID"] } } };
    await forecasterOn(id);
    await expect(change(id, met)).rejects.toMatchObject({ code: "criteria_must_be_undecided" });
    const unread = await publishedQuestion(moderator, visitDraft(topicId, { criteria }));
    expect(await change(unread.id, met)).toMatchObject({ version: 2 });
  });

  test("the deadline, the kind of answers and the options stay", async () => {
    const { id, criteria } = await asked();
    const later = { ...criteria, window: { ...criteria.window, until: criteria.window.until + 1000 } };
    await expect(change(id, later)).rejects.toMatchObject({ code: "question_must_keep_its_deadline" });
    const { rule: _, ...frame } = criteria;
    const first = { ...frame, first: { types: ["CONSULT"] } };
    await expect(change(id, first)).rejects.toMatchObject({ code: "criteria_must_fit_question" });
    const choice = { ...frame, options: [{ optionId: "Yes", rule: criteria.rule }], otherwise: "No" };
    await expect(change(id, choice)).rejects.toMatchObject({ code: "criteria_must_fit_question" });
  });

  test("a change must differ, be able to decide, and be written on the version that stands", async () => {
    const { id, criteria, stricter } = await asked();
    await expect(change(id, criteria)).rejects.toMatchObject({ code: "revision_must_change_something" });
    const unknown: Criteria = { ...criteria, rule: { kind: "occurs", match: { types: ["PARLEY"] } } };
    await expect(change(id, unknown)).rejects.toMatchObject({ code: "criteria_must_be_resolvable" });
    await change(id, stricter);
    const late = change(id, { ...criteria, minimumSourceGroups: 3 });
    await expect(late).rejects.toMatchObject({ code: "revision_must_build_on_the_latest" });
  });

  test("of two changes at once one stands, and the other is refused", async () => {
    const { id, criteria } = await asked();
    const attempts = await Promise.allSettled(
      [2, 3].map((minimumSourceGroups) => change(id, { ...criteria, minimumSourceGroups })),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.prisma.criteriaVersion.count({ where: { questionId: id } })).toBe(2);
  });

  test("a draft, and a question that nobody moderates for, are refused", async () => {
    const { id, stricter } = await asked();
    const reader = await forecasterOn(id);
    const attempt = changeCriteria(reader, { questionId: id, basedOn: 1, criteria: stricter, reason: "I say so." });
    await expect(attempt).rejects.toMatchObject({ code: "actor_must_be_permitted" });
    const draft = await draftQuestion(moderator, visitDraft(await someTopic(moderator)));
    await expect(change(draft.id, stricter)).rejects.toMatchObject({ code: "question_status_must_allow_change" });
  });
});

describe("the database", () => {
  test("refuses every silent change of a public question's criteria by plain SQL", async () => {
    const { id } = await asked();
    await forecasterOn(id);
    const { prisma } = database;
    const insert = (version: number, reason: string | null) => prisma.$executeRaw`
      INSERT INTO criteria_versions (id, question_id, version, rule, hash, sentence, reason, created_by_id)
      SELECT gen_random_uuid(), question_id, ${version}, rule, hash, 'Yes, whatever happens.', ${reason}, created_by_id
      FROM criteria_versions WHERE question_id = ${id}::uuid AND version = 1`;
    const silent = [
      prisma.$executeRaw`UPDATE criteria_versions SET sentence = 'Yes.' WHERE question_id = ${id}::uuid`,
      prisma.$executeRaw`UPDATE criteria_versions SET rule = NULL WHERE question_id = ${id}::uuid`,
      prisma.$executeRaw`DELETE FROM criteria_versions WHERE question_id = ${id}::uuid`,
      prisma.$executeRaw`TRUNCATE criteria_versions CASCADE`,
      prisma.$executeRaw`UPDATE questions SET title = 'Another' WHERE id = ${id}::uuid`,
      prisma.$executeRaw`UPDATE questions SET deadline_at = now() WHERE id = ${id}::uuid`,
      prisma.$executeRaw`INSERT INTO question_options (id, question_id, position, label) VALUES (gen_random_uuid(), ${id}::uuid, 9, 'Also')`,
      insert(2, null),
      insert(2, "   "),
      insert(3, "Skips a version."),
      insert(1, "Again the first."),
    ];
    const outcomes = await Promise.allSettled(silent);
    expect(outcomes.map(({ status }) => status)).toEqual(silent.map(() => "rejected"));
    expect(await insert(2, "In public.")).toBe(1);
  });

  test("keeps a clarification as it was written", async () => {
    const { id } = await asked();
    await clarifyQuestion(moderator, { questionId: id, text: "A stopover is no visit." });
    const { prisma } = database;
    await expect(prisma.$executeRaw`UPDATE clarifications SET text = 'It is.'`).rejects.toThrow(
      /record_must_not_change/,
    );
    await expect(prisma.$executeRaw`DELETE FROM clarifications`).rejects.toThrow(/record_must_not_change/);
  });
});

describe("clarifying a public question", () => {
  test("appends a dated line that changes no rule, and tells everybody who has forecast", async () => {
    const { id, slug } = await asked();
    const reader = await forecasterOn(id);
    const before = (await loadQuestion(database.prisma, id)).criteria;
    await clarifyQuestion(moderator, { questionId: id, text: "A stopover is no visit." });
    await clarifyQuestion(moderator, { questionId: id, text: "Nor is a refuelling stop." });
    expect((await loadQuestion(database.prisma, id)).criteria).toEqual(before);
    const { clarifications, draftedBy, publishedBy } = await questionRecord(anonymous(database.prisma), { slug });
    expect(clarifications.map(({ text }) => text)).toEqual(["A stopover is no visit.", "Nor is a refuelling stop."]);
    expect(clarifications[0]?.writtenBy).toBe(moderator.actor.name);
    expect(draftedBy).toBe(moderator.actor.name);
    expect(publishedBy).toMatch(/^publisher-/);
    const notices = await shownNotices(reader);
    expect(notices.map(({ kind, body }) => [kind, body])).toEqual([
      ["question_clarified", "Nor is a refuelling stop."],
      ["question_clarified", "A stopover is no visit."],
    ]);
  });

  test("a draft is changed rather than clarified", async () => {
    const draft = await draftQuestion(moderator, visitDraft(await someTopic(moderator)));
    const attempt = clarifyQuestion(moderator, { questionId: draft.id, text: "A stopover is no visit." });
    await expect(attempt).rejects.toMatchObject({ code: "question_status_must_allow_change" });
  });
});
