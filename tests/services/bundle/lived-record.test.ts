import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
import { mergeEvents, unmergeEvent } from "#services/event/merge-events.ts";
import { reviseEvent, setEventStatus } from "#services/event/revise-event.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { withdrawForecast } from "#services/forecast/withdraw-forecast.ts";
import { importBundle } from "#services/import/import-bundle.ts";
import { cancelOrder } from "#services/market/cancel-order.ts";
import { clarifyQuestion } from "#services/question/clarify-question.ts";
import { approveResolution, rejectResolution } from "#services/resolution/decide-resolution.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { databaseNow } from "#services/transact.ts";
import { anAnswerableQuestion } from "#tests/support/answering.ts";
import { anAnswer } from "#tests/support/answers.ts";
import { openMarket, placeOrder, signCoverage, trade } from "#tests/support/as-requested.ts";
import { eventFacts, source as sourceOf } from "#tests/support/event-facts.ts";
import { totalsFaults } from "#tests/support/ledger-totals.ts";
import { job, someone } from "#tests/support/people.ts";
import { now, someTopic } from "#tests/support/questions.ts";
import { storedFigures } from "#tests/support/stored-figures.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aTrader, CREDIT, ledgerFaults, NO_FAULTS } from "#tests/support/trading.ts";
import { exportedBytes } from "#tests/support/whole-bundle.ts";

type Person = Awaited<ReturnType<typeof someone>>;

let source: Database;
let target: Database;
let bytes: Buffer;
let bundle: BundleText;
let asOf: Date;
const topicOf = async (database: Database) =>
  database.prisma.topic.findFirstOrThrow({ where: { questions: { some: {} } } }).then(({ id }) => id);

/** Two people trade with the maker and with each other's orders, of which one is cancelled and one is left. */
async function tradeIn(questionId: string, moderator: ServiceContext, [ann, bob]: readonly [Person, Person]) {
  await openMarket(moderator, { questionId, liquidityMicros: 80n * CREDIT, openingPrices: [0.3, 0.7] });
  const stake = { questionId, outcome: 0, side: "yes" } as const;
  await trade(ann, { kind: "buy_budget", ...stake, budgetMicros: 20n * CREDIT, idempotencyKey: aKey() });
  const order = { questionId, outcome: 0, action: "buy", sharesMicros: 10n * CREDIT } as const;
  await placeOrder(bob, { ...order, side: "no", limitMicros: 600_000n, idempotencyKey: aKey() });
  await placeOrder(ann, { ...order, side: "yes", limitMicros: 450_000n, idempotencyKey: aKey() });
  await trade(bob, {
    kind: "toward",
    questionId,
    outcome: 0,
    probability: 0.3,
    budgetMicros: 30n * CREDIT,
    idempotencyKey: aKey(),
  });
  const sale = { ...order, side: "yes", action: "sell", sharesMicros: 2n * CREDIT } as const;
  await placeOrder(ann, { ...sale, limitMicros: 900_000n, idempotencyKey: aKey() });
  const { id: orderId } = await placeOrder(ann, {
    ...order,
    side: "yes",
    limitMicros: 100_000n,
    idempotencyKey: aKey(),
  });
  await cancelOrder(ann, { orderId });
  await trade(ann, { kind: "sell_shares", ...stake, sharesMicros: 3n * CREDIT, idempotencyKey: aKey() });
}

/** An answer that was approved, and two that took its place; one between them was rejected. */
async function answerThrice(
  questionId: string,
  topicId: string,
  staff: { moderator: Person; admins: readonly [Person, Person] },
) {
  const { moderator, admins } = staff;
  const [one, other] = admins;
  const first = await proposeResolution(now(moderator), { questionId, ...(await anAnswer(moderator, topicId)) });
  await approveResolution(now(one), { resolutionId: first.id, note: "Seen." });
  const wrong = await proposeResolution(now(one), { questionId, ...(await anAnswer(moderator, topicId, "no")) });
  await rejectResolution(now(other), { resolutionId: wrong.id, note: "It was seen after all." });
  const second = await proposeResolution(now(one), { questionId, ...(await anAnswer(moderator, topicId, "no")) });
  await approveResolution(now(other), { resolutionId: second.id, note: "It was not what was asked." });
}

async function revise(moderator: Person, topicId: string): Promise<void> {
  const { id: kept } = await logEvent(moderator, { topicId, ...eventFacts() });
  const { id: duplicate } = await logEvent(moderator, {
    topicId,
    ...eventFacts({
      headline: "Talks in Muscat",
      sources: [sourceOf({ url: "https://agency.example/envoys", publisher: "Reuters" })],
    }),
  });
  const { id: disputed } = await logEvent(moderator, { topicId, ...eventFacts({ headline: "A third meeting" }) });
  await reviseEvent(moderator, { eventId: kept, reason: "The place is known.", ...eventFacts({ placeName: "Nizwa" }) });
  await setEventStatus(moderator, { eventId: disputed, status: "disputed", reason: "Denied by both." });
  await setEventStatus(moderator, { eventId: disputed, status: "retracted", reason: "Withdrawn by the source." });
  await mergeEvents(moderator, { eventId: duplicate, intoId: kept, reason: "One meeting, told twice." });
  await unmergeEvent(moderator, { eventId: duplicate, reason: "Two meetings." });
  asOf = await databaseNow(source.prisma);
  await mergeEvents(moderator, { eventId: duplicate, intoId: kept, reason: "One meeting all the same." });
}

beforeAll(async () => {
  source = await testDatabase();
  target = await testDatabase();
  const db = source.prisma;
  const moderator = await someone(db, "moderator", "mo");
  const admins = [await someone(db, "admin", "ada"), await someone(db, "admin", "bea")] as const;
  const [ann, bob] = [await aTrader(db), await aTrader(db)];
  const topicId = await someTopic(moderator);
  const { id: answered } = await anAnswerableQuestion(moderator, topicId, { tag: "lived" });
  const { id: open } = await anAnswerableQuestion(moderator, topicId, { tag: "lives" });
  for (const questionId of [answered, open]) {
    await tradeIn(questionId, moderator, [ann, bob]);
    await submitForecast(ann, { questionId, probabilities: [0.71], rationale: 'Œ "quoted"\n\u2028' });
    await submitForecast(bob, { questionId, probabilities: [0.123456789012345] });
    await withdrawForecast(bob, { questionId });
    await submitForecast(ann, { questionId, probabilities: [0.1 + 0.2] });
    await clarifyQuestion(moderator, { questionId, text: "A visit of envoys counts as one." });
  }
  await revise(moderator, topicId);
  const day = 86_400_000;
  const span = { topicId, coversFrom: new Date(Date.now() - 9 * day), coversUntil: new Date(Date.now() - day) };
  const { id: supersedesId } = await signCoverage(moderator, { ...span, types: ["CONSULT"] });
  await signCoverage(moderator, { ...span, supersedesId, note: "Of every kind." });
  await answerThrice(answered, topicId, { moderator, admins });
  bytes = await exportedBytes(job(db));
  bundle = JSON.parse(bytes.toString());
  await importBundle(job(target.prisma), bytes);
}, 240_000);
afterAll(async () => {
  await source.close();
  await target.close();
});

describe("a record that people made", () => {
  test("goes out with every final answer, every revision, every statement of coverage and every fill of an order", () => {
    const [answered] = bundle.questions.filter(({ resolution }) => resolution);
    expect(answered?.resolution).toMatchObject({ outcome: false, earlier: [{ outcome: true, note: "Seen by two." }] });
    expect(answered?.resolution?.evidence?.length).toBe(1);
    const events = bundle.events ?? [];
    expect(Math.max(...events.map(({ earlier = [] }) => earlier.length))).toBeGreaterThan(2);
    expect(events.map(({ status }) => status)).toContain("retracted");
    expect(events.filter(({ mergedInto }) => mergedInto).length).toBe(1);
    expect(bundle.coverage?.filter(({ supersedes }) => supersedes).length).toBe(1);
    expect(bundle.trades?.some(({ legs }) => legs.some(({ order }) => order))).toBe(true);
    expect(new Set(bundle.orders?.map(({ closedBy = "rests" }) => closedBy))).toEqual(
      new Set(["filled", "cancelled", "settled", "rests"]),
    );
  });

  test("goes out of the database that it was brought into as it came in, byte for byte", async () => {
    expect((await exportedBytes(job(target.prisma))).toString()).toBe(bytes.toString());
  });

  test("comes to the same scores, boards, positions and settlements there, with a balanced ledger", async () => {
    const [found, expected] = [await storedFigures(target), await storedFigures(source)];
    for (const name of Object.keys(expected) as (keyof typeof expected)[])
      expect(found[name], name).toBe(expected[name]);
    expect(await ledgerFaults(target.prisma)).toEqual(NO_FAULTS);
    expect(await totalsFaults(target.prisma)).toEqual([]);
  });

  test("is known there as it was known at any instant before", async () => {
    const [there, here] = [await topicOf(target), await topicOf(source)];
    for (const at of [asOf, undefined]) {
      const told = async (database: Database, topicId: string) =>
        (await loadLog(database.prisma, { topicId, asOf: at })).map(({ revisionId: _, sources, ...event }) => {
          return { ...event, sources: sources.map(({ id: __, ...one }) => one) };
        });
      expect(await told(target, there)).toEqual(await told(source, here));
    }
  });

  test("keeps what it says was said there, and is marked as imported", async () => {
    const [revision] = await target.run(
      "SELECT count(*) FILTER (WHERE import_batch_id IS NULL)::int AS own FROM event_revisions",
    );
    expect(revision).toEqual({ own: 0 });
    const decided = await target.prisma.decision.findMany({
      orderBy: { decidedAt: "asc" },
      select: { decidedAt: true },
    });
    const told = bundle.questions.flatMap(({ resolution }) => [
      ...(resolution?.earlier ?? []),
      ...(resolution ? [resolution] : []),
    ]);
    expect(decided.map(({ decidedAt }) => decidedAt.toISOString())).toEqual(told.map(({ decidedAt }) => decidedAt));
  });
});
