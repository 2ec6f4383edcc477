import { afterAll, beforeAll, expect, test } from "vitest";
import type { QuestionRange } from "#core/question/question-range.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import type { Database } from "#db/client.ts";
import { balance } from "#services/ledger/balance.ts";
import { marketOfQuestion } from "#services/market/market-of-question.ts";
import { portfolio } from "#services/market/portfolio.ts";
import { approvalPreviews } from "#services/resolution/approval-previews.ts";
import { scoreReferences } from "#services/score/score-references.ts";
import { openMarket, trade } from "#tests/support/as-requested.ts";
import { job, someone } from "#tests/support/people.ts";
import { now, publishedQuestion, someTopic, visitCriteria, visitDraft } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aTrader, CREDIT, ledgerFaults, NO_FAULTS, settledBy } from "#tests/support/trading.ts";

let database: Database;
let moderator: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  database = await testDatabase();
  moderator = await someone(database.prisma, "moderator");
});
afterAll(() => database.close());

const VISITS: QuestionRange = { min: 0, max: 20, zeroPoint: null, openLower: false, openUpper: true, unit: "visits" };
const match = { types: ["CONSULT.visit"], places: { any: ["OMN"] } };

async function visitCount() {
  const { rule, ...frame } = visitCriteria();
  const draft = visitDraft(await someTopic(moderator), {
    type: "numeric",
    title: "How many envoys visit Oman?",
    range: VISITS,
    criteria: { ...frame, measure: "count", match },
  });
  return (await publishedQuestion(moderator, draft)).id;
}

async function firstVisit(from: number) {
  const { rule, ...frame } = visitCriteria();
  const range = { min: from, max: from + 20 * DAY_MS, zeroPoint: null, openLower: false, openUpper: true, unit: "" };
  const draft = visitDraft(await someTopic(moderator), {
    type: "date",
    title: "When does an envoy first visit Oman?",
    range,
    criteria: { ...frame, first: match },
  });
  return (await publishedQuestion(moderator, draft)).id;
}

const opened = (questionId: string, bucketBounds: number[]) =>
  openMarket(now(moderator), { questionId, liquidityMicros: 100n * CREDIT, bucketBounds });
const bought = async (questionId: string, outcome: number, credits = 20n) => {
  const person = await aTrader(database.prisma);
  const budgetMicros = credits * CREDIT;
  const what = { kind: "buy_budget", questionId, outcome, side: "yes", budgetMicros, idempotencyKey: aKey() } as const;
  const { sharesMicros } = await trade(now(person), what);
  return { person, sharesMicros };
};
const wealth = async (person: Awaited<ReturnType<typeof aTrader>>) => (await balance(person)).balanceMicros;
const soon = () => new Date(Date.now() + 1000);

test("a market on a count needs bounds that rise inside its range, and other markets have none", async () => {
  const questionId = await visitCount();
  await expect(opened(questionId, [])).rejects.toMatchObject({ code: "market_buckets_must_be_given" });
  await expect(opened(questionId, [4, 4])).rejects.toMatchObject({ code: "market_buckets_must_rise_inside_range" });
  await expect(opened(questionId, [4, 20])).rejects.toMatchObject({ code: "market_buckets_must_rise_inside_range" });
  const { id: binary } = await publishedQuestion(moderator, visitDraft(await someTopic(moderator)));
  await expect(opened(binary, [4])).rejects.toMatchObject({ code: "market_buckets_must_fit_question" });
});

test("its outcomes are the buckets, named so everywhere, and the bounds stay as they are", async () => {
  const questionId = await visitCount();
  await opened(questionId, [4, 10]);
  const { person } = await bought(questionId, 1);
  const outcomes = ["Under 4 visits", "4 to under 10 visits", "10 visits or more"];
  expect(await marketOfQuestion(now(person), { questionId })).toMatchObject({ outcomes, bucketBounds: [4, 10] });
  expect((await portfolio(now(person))).positions).toMatchObject([{ outcomes }]);
  const change = database.prisma.market.update({ where: { questionId }, data: { bucketBounds: [5, 10] } });
  await expect(change).rejects.toThrow(/market keeps its terms/);
});

test.each([
  ["4", 1],
  ["3", 0],
  ["10", 2],
  ["above", 2],
])("the answer %s pays the bucket %i one credit a share, and the others nothing", async (answer, winner) => {
  const questionId = await visitCount();
  await opened(questionId, [4, 10]);
  const holders = await Promise.all([0, 1, 2].map((outcome) => bought(questionId, outcome)));
  const before = await Promise.all(holders.map(({ person }) => wealth(person)));
  await settledBy(database.prisma, questionId, answer, soon());
  for (const [outcome, { person, sharesMicros }] of holders.entries()) {
    expect((await wealth(person)) - (before[outcome] ?? 0n)).toBe(outcome === winner ? sharesMicros : 0n);
  }
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
});

test("the queue says before an approval what the market will pay: the shares of the bucket, nothing told of a void", async () => {
  const questionId = await visitCount();
  await opened(questionId, [4, 10]);
  const [, { sharesMicros }] = [await bought(questionId, 0), await bought(questionId, 1)] as const;
  const at = new Date();
  const row = { questionId, effectiveAt: at, knownAt: at, challengeUntil: at };
  const proposed = await database.prisma.resolution.create({ data: { ...row, version: 1, outcome: "7" } });
  const voided = { ...row, version: 2, outcome: null, voidReason: "flawed_question" };
  const withdrawn = await database.prisma.resolution.create({ data: voided });
  const previews = await approvalPreviews(database.prisma, [proposed.id, withdrawn.id], new Date());
  const paid = [proposed, withdrawn].map(({ id }) => previews.get(id)?.market?.payoutMicros);
  expect(paid).toEqual([sharesMicros, null]);
});

test("a date pays the bucket of its day; another answer pays another bucket, and a void gives all back", async () => {
  const from = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const questionId = await firstVisit(from);
  await opened(questionId, [from + 5 * DAY_MS, from + 10 * DAY_MS]);
  const { person, sharesMicros } = await bought(questionId, 1);
  const answered = async (answer: string | null) => {
    await settledBy(database.prisma, questionId, answer, soon());
    return wealth(person);
  };
  const spent = await wealth(person);
  // The bucket begins with its bound.
  expect(await answered(new Date(from + 5 * DAY_MS).toISOString())).toBe(spent + sharesMicros);
  expect(await answered(new Date(from + 10 * DAY_MS).toISOString())).toBe(spent);
  expect(await answered(null)).toBe(1000n * CREDIT);
  expect(await ledgerFaults(database.prisma)).toEqual(NO_FAULTS);
  // Its prices are no distribution, so that the market is no reference there, and the references are scored all the same.
  await scoreReferences(job(database.prisma));
  expect(await database.prisma.referenceScore.count({ where: { method: "market" } })).toBe(0);
});
