import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { logEvent } from "#services/event/log-event.ts";
import { dryRun } from "#services/question/dry-run.ts";
import { questionBySlug } from "#services/question/question-by-slug.ts";
import { questionEvaluation } from "#services/question/question-evaluation.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { publishedQuestion, someTopic, visitCriteria, visitDraft, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("sentences and traces name the actors of a made-up topic as its log does, not by their codes", async () => {
  const moderator = await someone(database.prisma, "moderator");
  const topicId = await someTopic(moderator);
  const actors = [{ code: "XVA", role: "participant", name: "Vantry" } as const];
  await logEvent(moderator, visitEvent(topicId, { actors, type: "AID" }));
  const match = { types: ["CONSULT"], actors: { all: ["XVA", "OMN"] } };
  const criteria = { ...visitCriteria(), rule: { kind: "occurs" as const, match } };
  const { slug } = await publishedQuestion(moderator, visitDraft(topicId, { criteria }));
  const words = "involving Vantry and Oman";
  const reader = anonymous(database.prisma);
  expect((await questionBySlug(reader, { slug })).criteria[0]?.sentence).toContain(words);
  expect((await questionEvaluation(reader, { slug }))?.evaluation.trace.clause).toContain(words);
  const run = await dryRun(moderator, { topicId, criteria, options: [] });
  expect([run.sentence, run.evaluation.trace.clause]).toEqual([
    expect.stringContaining(words),
    expect.stringContaining(words),
  ]);
});
