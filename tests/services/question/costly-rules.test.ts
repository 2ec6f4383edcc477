import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Rule } from "#core/criteria/criteria.ts";
import type { Database } from "#db/client.ts";
import { draftQuestion } from "#services/question/draft-question.ts";
import { dryRun } from "#services/question/dry-run.ts";
import { publishQuestion } from "#services/question/publish-question.ts";
import { questionEvaluation } from "#services/question/question-evaluation.ts";
import { submitForReview } from "#services/question/submit-for-review.ts";
import { evaluateOpenQuestions } from "#services/resolution/evaluate-open-questions.ts";
import { logVisits } from "#tests/support/log-visits.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { now, publishedQuestion, publisher, someTopic, visitCriteria, visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const visit: Rule = visitCriteria().rule;
/** Two steps, each of two steps, and so on. */
const nested = (depth: number): Rule =>
  depth === 0 ? visit : { kind: "sequence", rules: [nested(depth - 1), nested(depth - 1)], withinDays: 0.5 };
const costly = { ...visitCriteria(), rule: nested(6) };

describe("a rule that could take too many steps on its topic's log", () => {
  test("is told when it is drafted, and cannot be published", async () => {
    const topicId = await someTopic(moderator);
    await logVisits(database.prisma, { topicId, personId: moderator.actor.id, count: 1500 });
    const run = await dryRun(now(moderator), { topicId, criteria: costly });
    expect(run.findings[0]).toMatchObject({ code: "rule_costs_too_much", severity: "error" });
    expect(run.isPublishable).toBe(false);
    const { id: questionId } = await draftQuestion(now(moderator), visitDraft(topicId, { criteria: costly }));
    await submitForReview(moderator, { questionId });
    const attempt = publishQuestion(now(await publisher(database.prisma)), { questionId });
    await expect(attempt).rejects.toMatchObject({
      code: "criteria_must_be_resolvable",
      values: { finding: "rule_costs_too_much", text: expect.stringContaining("times the steps") },
    });
  });

  test("and comes to do so only later, leaves its question to a person, says so, and holds up no other question", async () => {
    const topicId = await someTopic(moderator);
    const title = "Will visits follow one another within seconds?";
    const first = await publishedQuestion(now(moderator), visitDraft(topicId, { criteria: costly, title }));
    const { rule: _, ...frame } = visitCriteria();
    const both = { ...frame, rule: { kind: "occurs", match: { types: ["CONSULT.visit"] }, atLeast: 40 } as Rule };
    const other = await publishedQuestion(now(moderator), visitDraft(topicId, { criteria: both }));
    await logVisits(database.prisma, { topicId, personId: moderator.actor.id, count: 1500 });
    const ctx = { ...anonymous(database.prisma), now: new Date() };
    const said = await questionEvaluation(ctx, { slug: first.slug });
    expect(said?.evaluation).toMatchObject({ verdict: "pending", missing: [{ kind: "decision" }] });
    expect(said?.evaluation.trace.why).toContain("a person must decide");
    await evaluateOpenQuestions(now(moderator), { topicId });
    const proposed = await database.prisma.resolution.findMany({ select: { questionId: true } });
    expect(proposed).toEqual([{ questionId: other.id }]);
  });
});
