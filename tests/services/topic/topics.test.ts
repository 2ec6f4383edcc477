import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { setEventStatus } from "#services/event/revise-event.ts";
import { createTopic } from "#services/topic/create-topic.ts";
import { bindScenarios, editTopic } from "#services/topic/edit-topic.ts";
import { listTopics, topicBySlug } from "#services/topic/queries.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const create = (title: string) => createTopic(moderator, { title, summary: "A story." });

/** A question as bare as the database takes it. */
async function question(topicId: string, type: "binary" | "multiple_choice", isPublished: boolean) {
  const { id } = await database.prisma.question.create({
    data: {
      slug: `question-${type}-${isPublished}-${topicId}`,
      topicId,
      type,
      title: "What follows?",
      opensAt: new Date(moderator.now.getTime() - 1000),
      closesAt: new Date("2099-01-01"),
      deadlineAt: new Date("2099-01-01"),
      createdById: moderator.actor.id,
    },
  });
  const publication = { questionId: id, publishedById: moderator.actor.id };
  if (isPublished) await database.prisma.publication.create({ data: publication });
  return id;
}

describe("topics", () => {
  test("a topic has an address made from its title, which no other has", async () => {
    expect(await create("The Muscat channel")).toMatchObject({ slug: "the-muscat-channel" });
    await expect(create("The Muscat Channel")).rejects.toMatchObject({ code: "slug_must_be_free", field: "slug" });
    await expect(create("مسقط")).rejects.toMatchObject({ code: "slug_must_be_given", field: "slug" });
  });

  test("only moderators and admins create, edit and bind", async () => {
    const { id: topicId } = await create("Closed to others");
    const other = await someone(database.prisma);
    const refused = { code: "actor_must_be_permitted" };
    await expect(createTopic(other, { title: "Mine", summary: "Mine." })).rejects.toMatchObject(refused);
    await expect(editTopic(other, { topicId, title: "Mine", summary: "Mine." })).rejects.toMatchObject(refused);
    await expect(bindScenarios(other, { topicId, questionId: null })).rejects.toMatchObject(refused);
  });

  test("an edited topic tells its story anew at the same address, and the act is audited", async () => {
    const { id: topicId, slug } = await create("First title");
    await editTopic(moderator, { topicId, title: "Second title", summary: "Told anew." });
    const page = await topicBySlug(anonymous(database.prisma), { slug });
    expect(page).toMatchObject({ title: "Second title", summary: "Told anew.", events: 0, firstOccurredAt: null });
    const acts = await database.prisma.auditEntry.findMany({
      where: { subjectId: topicId },
      orderBy: { sequence: "asc" },
    });
    expect(acts.map(({ action }) => action)).toEqual(["create-topic", "edit-topic"]);
  });

  test("scenarios are the options of a multiple-choice question of the topic itself", async () => {
    const [{ id: topicId, slug }, { id: elsewhere }] = [await create("With scenarios"), await create("Elsewhere")];
    const bind = (questionId: string | null) => bindScenarios(moderator, { topicId, questionId });
    const refused = { code: "scenarios_must_be_options_of_a_topic_question" };
    await expect(bind(await question(topicId, "binary", true))).rejects.toMatchObject(refused);
    await expect(bind(await question(elsewhere, "multiple_choice", true))).rejects.toMatchObject(refused);
    await bind(await question(topicId, "multiple_choice", false));
    expect((await topicBySlug(moderator, { slug })).scenarioQuestionSlug).toBe(
      `question-multiple_choice-false-${topicId}`,
    );
    expect((await topicBySlug(anonymous(database.prisma), { slug })).scenarioQuestionSlug).toBeNull();
    await bind(null);
    expect((await topicBySlug(moderator, { slug })).scenarioQuestionSlug).toBeNull();
  });

  test("the list tells how many questions are published and open, and what happened last that still stands", async () => {
    const { id: topicId } = await create("Listed");
    await question(topicId, "binary", true);
    await question(topicId, "multiple_choice", false);
    const at = (day: string) => ({
      occurredFrom: new Date(`2026-01-${day}T00:00:00Z`),
      occurredUntil: new Date(`2026-01-${day}T12:00:00Z`),
      headline: `On the ${day}`,
    });
    await logEvent(moderator, { topicId, ...eventFacts(at("10")) });
    const { id: eventId } = await logEvent(moderator, { topicId, ...eventFacts(at("12")) });
    await setEventStatus(moderator, { eventId, status: "retracted", reason: "It was not so." });
    const now = { ...anonymous(database.prisma), now: new Date() };
    const listed = (await listTopics(now)).find(({ id }) => id === topicId);
    expect(listed).toMatchObject({
      questions: 1,
      openQuestions: 1,
      events: 2,
      last: { headline: "On the 10", precision: "day" },
    });
    expect(listed?.last?.occurredFrom).toEqual(new Date("2026-01-10T00:00:00Z"));
  });

  test("a topic that is not there is not found", async () => {
    const missing = topicBySlug(anonymous(database.prisma), { slug: "nowhere" });
    await expect(missing).rejects.toMatchObject({ code: "subject_must_exist" });
  });
});
