import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { logEvent } from "#services/event/log-event.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { eventFacts } from "#tests/support/event-facts.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { someTopic, visitCriteria } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aTrader, CREDIT } from "#tests/support/trading.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

test("a statement names the part of a range that was traded", async () => {
  const range = { min: 0, max: 20, zeroPoint: null, openLower: false, openUpper: true, unit: "visits" };
  const { id: questionId } = await aQuestion(database.prisma, moderator, { range });
  await createCaller(moderator).market.open({ questionId, liquidityMicros: 100n * CREDIT, bucketBounds: [4, 10] });
  const trader = createCaller(await aTrader(database.prisma));
  const budget = { kind: "buy_budget", questionId, outcome: 1, side: "yes", budgetMicros: CREDIT } as const;
  await trader.market.trade({ ...budget, idempotencyKey: "a" });
  const { items } = await trader.ledger.statement({});
  expect(items[0]?.note).toMatch(/^Bought [\d.]+ shares of “4 to under 10 visits”$/);
});

test("the audit log names an option that was proposed, beside the details that are sealed", async () => {
  const topicId = await someTopic(moderator);
  const question = await aQuestion(database.prisma, moderator, { topicId, options: ["Geneva", "Muscat"] });
  const { id: eventId } = await logEvent(moderator, { topicId, ...eventFacts() });
  const at = new Date();
  const answer = { voidReason: null, effectiveAt: at, knownAt: at, evidenceIds: [eventId], note: "Seen." };
  const outcome = question.options[1]?.id ?? "";
  await proposeResolution(moderator, { questionId: question.id, outcome, ...answer });
  const admin = createCaller(await someone(database.prisma, "admin"));
  const { items } = await admin.audit.list({ action: "propose-resolution" });
  expect(items).toMatchObject([{ option: "Muscat", details: expect.stringContaining(outcome) }]);
});

test("a rule that cannot decide is told by the labels of its options", async () => {
  const topicId = await someTopic(moderator);
  const { rule, ...frame } = visitCriteria();
  const { id: questionId } = await createCaller(moderator).question.draft({
    topicId,
    type: "multiple_choice",
    title: "Where will the envoys meet?",
    opensAt: new Date(),
    closesAt: new Date(Date.now() + 86_400_000),
    options: ["Geneva", "Muscat", "Elsewhere"],
    criteria: { ...frame, options: [{ optionId: "Geneva", rule }], otherwise: "Elsewhere" },
  });
  await createCaller(moderator).question.submit({ questionId });
  const publish = createCaller(await someone(database.prisma, "admin")).question.publish({ questionId });
  const refusal = await publish.then(String, (error: Error) => error.message);
  expect(refusal).toContain("“Muscat” has no rule");
  expect(refusal).not.toMatch(UUID);
});
