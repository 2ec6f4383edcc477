import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Database } from "#db/client.ts";
import { questionsWaitingForCoverage } from "#services/coverage/waiting-questions.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { signCoverage } from "#tests/support/as-requested.ts";
import { someone } from "#tests/support/people.ts";
import { now, publishedQuestion, publisher, someTopic, visitCriteria, visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

/** A question whose window ended two days ago, so that only a signature is lacking for its answer. */
async function questionThatEnded() {
  const topicId = await someTopic(moderator);
  const ends = Date.now() - 2 * DAY_MS;
  const window = { from: ends - 10 * DAY_MS, until: ends, zone: "UTC" };
  const match = { types: ["CONSULT.visit"], actors: { all: ["IRN", "USA"] }, places: { any: ["OMN"] } };
  const criteria = { ...visitCriteria(window), rule: { kind: "occurs" as const, match } };
  const dates = { opensAt: new Date(window.from), closesAt: new Date(ends) };
  const { id: questionId } = await draftQuestion(moderator, visitDraft(topicId, { criteria, ...dates }));
  await submitForReview(moderator, { questionId });
  await publishQuestion(await publisher(database.prisma), { questionId }, { isHistorical: true });
  return { topicId, id: questionId, ...window };
}

test("a question whose window is over waits for coverage of its scope and span, until that is signed", async () => {
  const { topicId, id, from, until } = await questionThatEnded();
  const [waiting, ...others] = await questionsWaitingForCoverage(now(moderator), { topicId });
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({ id, topic: { id: topicId } });
  const [need, ...further] = waiting?.needs ?? [];
  expect(further).toEqual([]);
  expect(need).toMatchObject({ types: ["CONSULT.visit"], actors: ["IRN"] });
  expect([need?.coversFrom.getTime(), need?.coversUntil.getTime()]).toEqual([from, until]);
  expect(need?.text).toContain("Nobody has signed");
  const { text: _, ...span } = need ?? expect.fail();
  const { proposals } = await signCoverage(now(moderator), { topicId, ...span });
  expect(proposals).toMatchObject([{ questionId: id, outcome: "no" }]);
  expect(await questionsWaitingForCoverage(now(moderator), { topicId })).toEqual([]);
});

test("a question that is still open waits for no signature", async () => {
  const topicId = await someTopic(moderator);
  await publishedQuestion(moderator, visitDraft(topicId));
  const later = { ...moderator, now: new Date(Date.now() + DAY_MS) };
  expect(await questionsWaitingForCoverage(later, { topicId })).toEqual([]);
});

test("who waits for what is told to moderators alone", async () => {
  const asked = questionsWaitingForCoverage(await someone(database.prisma), {});
  await expect(asked).rejects.toMatchObject({ code: "actor_must_be_permitted" });
});
