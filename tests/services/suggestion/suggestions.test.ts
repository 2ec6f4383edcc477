import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { declineSuggestion, takeUpSuggestion } from "#services/suggestion/answer-suggestion.ts";
import { ownSuggestions, waitingSuggestion, waitingSuggestions } from "#services/suggestion/queries.ts";
import { suggestQuestion } from "#services/suggestion/suggest-question.ts";
import { listNotices } from "#tests/support/as-requested.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { someTopic, visitCriteria, visitDraft } from "#tests/support/questions.ts";
import { shownNotices } from "#tests/support/shown-notices.ts";
import { testDatabase } from "#tests/support/test-database.ts";

type Person = Awaited<ReturnType<typeof someone>>;
let database: Database;
let moderator: Person;
let topicId: string;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
  topicId = await someTopic(moderator);
});
afterAll(() => database.close());

const suggestion = (change = {}) => ({
  title: "Will the ferry run again this spring?",
  topicId,
  why: "The islands depend on it.",
  roughCriteria: "A scheduled crossing that two papers report.",
  ...change,
});

describe("suggesting a question", () => {
  test("anybody signed in may, in words or with a rule, and moderators see it in the order it came", async () => {
    const [ada, bo] = [await someone(database.prisma), await someone(database.prisma)];
    const { suggestionId: first } = await suggestQuestion(ada, suggestion());
    const { suggestionId: second } = await suggestQuestion(
      bo,
      suggestion({ topicId: null, roughCriteria: "", criteria: visitCriteria() }),
    );
    const waiting = await waitingSuggestions(moderator);
    expect(waiting.map(({ id }) => id).filter((id) => id === first || id === second)).toEqual([first, second]);
    const shown = await waitingSuggestion(moderator, { suggestionId: second });
    expect(shown).toMatchObject({ topic: null, suggestedBy: bo.actor.name });
    expect(shown.sentence).toContain("a consultation (visit to the host) in Oman");
  });

  test("nobody may who is not signed in, and forecasters do not read what others suggested", async () => {
    const nobody = suggestQuestion(anonymous(database.prisma), suggestion());
    await expect(nobody).rejects.toMatchObject({ code: "actor_must_be_signed_in" });
    const reader = await someone(database.prisma);
    await expect(waitingSuggestions(reader)).rejects.toMatchObject({ code: "actor_must_be_permitted" });
    expect(await ownSuggestions(reader)).toEqual([]);
  });

  test("it says what would decide it", async () => {
    const attempt = suggestQuestion(await someone(database.prisma), suggestion({ roughCriteria: " " }));
    await expect(attempt).rejects.toMatchObject({ code: "criteria_must_be_resolvable", field: "roughCriteria" });
  });

  test("ten may wait at a time, also when sent at once", async () => {
    const eager = await someone(database.prisma);
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => suggestQuestion(eager, suggestion())));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    const refused = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(["suggestions_must_stay_within_limit"]));
  });
});

describe("answering a suggestion", () => {
  test("taken up, it is a draft of the moderator's, and its suggester is told", async () => {
    const ada = await someone(database.prisma);
    const { suggestionId } = await suggestQuestion(ada, suggestion());
    const draft = await takeUpSuggestion(moderator, { suggestionId, question: visitDraft(topicId) });
    const question = await database.prisma.question.findUnique({ where: { id: draft.id } });
    expect(question).toMatchObject({ createdById: moderator.actor.id });
    const [own] = await ownSuggestions(ada);
    // The draft is not public yet, so its address is kept back.
    expect(own?.answer).toMatchObject({ isTakenUp: true, slug: null });
    expect((await listNotices(ada, {})).items[0]).toMatchObject({ kind: "suggestion_taken_up" });
    expect((await waitingSuggestions(moderator)).map(({ id }) => id)).not.toContain(suggestionId);
  });

  test("declined, it leaves a reason, which its suggester is told", async () => {
    const ada = await someone(database.prisma);
    const { suggestionId } = await suggestQuestion(ada, suggestion());
    await declineSuggestion(moderator, { suggestionId, reason: "No log covers the islands." });
    const [own] = await ownSuggestions(ada);
    expect(own?.answer).toMatchObject({ isTakenUp: false, reason: "No log covers the islands." });
    expect((await shownNotices(ada))[0]?.body).toContain("No log covers the islands.");
  });

  test("it is answered once, by those who may", async () => {
    const ada = await someone(database.prisma);
    const { suggestionId } = await suggestQuestion(ada, suggestion());
    const reason = "A double.";
    const own = declineSuggestion(ada, { suggestionId, reason });
    await expect(own).rejects.toMatchObject({ code: "actor_must_be_permitted" });
    const answers = await Promise.allSettled([
      declineSuggestion(moderator, { suggestionId, reason }),
      takeUpSuggestion(moderator, { suggestionId, question: visitDraft(topicId) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const again = declineSuggestion(moderator, { suggestionId, reason });
    await expect(again).rejects.toMatchObject({ code: "suggestion_must_be_unanswered" });
  });
});
