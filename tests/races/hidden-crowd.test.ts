import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { Database } from "#db/client.ts";
import { appRouter, createCaller } from "#server/api/root.ts";
import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { importTrades } from "#services/market/import-trades.ts";
import { portfolio } from "#services/market/portfolio.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { yesBy } from "#tests/support/answers.ts";
import { openMarket, placeOrder, quote, trade, tradesOfQuestion } from "#tests/support/as-requested.ts";
import { aBatch, aQuestion } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { someTopic, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aKey, aTrader, CREDIT } from "#tests/support/trading.ts";

/** Promise F8: what the crowd thinks is told by no read path while it is hidden. The paths come from the router. */
const SECRET = 0.731_234;
/** However a path may round it, scale it or turn it round. */
const TELLS = /0?\.?7312\d*|73\.12|0?\.2687\d*|26\.87/;

/** What the market of the same question says, which a crowd traded before there was this promise. */
const PRICE = 0.846_913;
const TELLS_PRICE = /0?\.8469\d*|84\.69|0?\.1530\d*|15\.30/;

let database: Database;
let trader: ServiceContext;
let shares: string[];
let ids: Record<string, string>;
let bag: Record<string, unknown>;
let people: ServiceContext[];
beforeAll(async () => {
  database = await testDatabase();
  const db = database.prisma;
  const moderator = await someone(db, "moderator");
  const topicId = await someTopic(moderator);
  const hidden = { topicId, revealAt: new Date(Date.now() + 1_800_000) };
  const question = await aQuestion(db, moderator, hidden);
  const forecasters = [await someone(db), await someone(db), await someone(db)];
  for (const person of forecasters) {
    await submitForecast(person, { questionId: question.id, probabilities: [SECRET], rationale: "Seen." });
  }
  await openMarket(moderator, { questionId: question.id, liquidityMicros: 10n * CREDIT });
  const someTrader = await aTrader(db);
  trader = someTrader;
  const past = { userId: someTrader.actor.id, madeAt: new Date(Date.now() - 60_000), outcome: 0 };
  const toward = { ...past, probability: PRICE, budgetMicros: 500n * CREDIT };
  const batchId = await aBatch(db);
  await db.$transaction((tx) => importTrades(tx, batchId, question.id, [toward]));
  await anOrder(question.id, someTrader.actor.id);
  const { soldMicros, volumeMicros } = await db.market.findUniqueOrThrow({ where: { questionId: question.id } });
  shares = [...soldMicros.map(String).filter((sold) => sold !== "0"), String(volumeMicros)];
  const event = await logEvent(moderator, visitEvent(topicId));
  const answer = yesBy(event.id);
  const { id: resolutionId } = await proposeResolution(moderator, { questionId: question.id, ...answer });
  const forecast = await db.forecast.findFirstOrThrow();
  const topic = await db.topic.findUniqueOrThrow({ where: { id: topicId } });
  const names = forecasters.map((person) => (person.actor.kind === "user" ? person.actor.name : ""));
  ids = { question: question.slug, topic: topic.slug };
  bag = {
    questionId: question.id,
    topicId,
    eventId: event.id,
    resolutionId,
    id: event.id,
    slug: question.slug,
    name: names[0],
    a: names[0],
    b: names[1],
    first: names[0],
    second: names[1],
    names: names.slice(0, 2),
    topic: topic.slug,
    topicSlug: topic.slug,
    kind: "forecast",
    recordId: forecast.id,
  };
  people = [anonymous(db), await someone(db), moderator, await someone(db, "admin")];
});
afterAll(() => database.close());

/** An order that rests at a telling price, as one could be placed once. */
async function anOrder(questionId: string, userId: string): Promise<void> {
  await database.run("ALTER TABLE limit_orders DISABLE TRIGGER admit");
  await database.run(
    `INSERT INTO limit_orders (id, question_id, user_id, action, outcome, side, limit_micros, shares_micros, remaining_micros,
       reserved_micros) VALUES (gen_random_uuid(), $1, $2, 'sell', 0, 'yes', 847000, 1000, 1000, 0)`,
    [questionId, userId],
  );
  await database.run("ALTER TABLE limit_orders ENABLE TRIGGER admit");
}

type Procedure = { _def: { type: string; inputs: z.ZodType[] } };
const queries = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
  .filter(([, { _def }]) => _def.type === "query")
  .map(([path, { _def }]) => ({ path, schema: _def.inputs[0] }));

/** Slugs are of questions unless the path is about topics; the rest has one meaning everywhere. */
function inputsOf(path: string, schema: z.ZodType | undefined): unknown[] {
  if (!schema) return [undefined];
  const shape = (schema as z.ZodObject).shape ?? {};
  const known = { ...bag, slug: path.startsWith("topic.") ? ids.topic : ids.question };
  const filled = Object.fromEntries(
    Object.keys(shape).flatMap((key) => (key in known ? [[key, known[key as keyof typeof known]]] : [])),
  );
  const least = Object.fromEntries(
    Object.entries(filled).filter(([key]) => !(shape[key] as z.ZodType).safeParse(undefined).success),
  );
  const duplicate = {
    topicId: bag.topicId,
    type: "CONSULT",
    occurredFrom: new Date(0),
    occurredUntil: new Date(),
    actors: [],
  };
  const SPECIAL: Record<string, unknown[]> = {
    "board.compare": [{ one: bag.a, other: bag.b }],
    "event.duplicates": [{ ...duplicate, country: null, placeName: null }],
    "seal.byNumber": [{ number: 1 }],
    "suggestion.waitingOne": [{ suggestionId: bag.id }],
    "signal.byId": [{ signalId: bag.id }, { id: bag.id }],
    "question.list": [{ status: "all" }, { search: "thing" }],
    "market.quote": [
      { kind: "buy_budget", questionId: bag.questionId, outcome: 0, side: "yes", budgetMicros: 1_000_000n },
    ],
  };
  return [...(SPECIAL[path] ?? []), filled, least].filter((input) => schema.safeParse(input).success);
}

/** Asks every query as somebody and gives those whose answer tells, and those that could not be asked. */
async function crawl(ctx: ServiceContext) {
  const caller = createCaller({ ...ctx, now: new Date() }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const [tells, unasked]: [string[], string[]] = [[], []];
  for (const { path, schema } of queries) {
    const [noun = "", verb = ""] = path.split(".");
    const inputs = inputsOf(path, schema);
    if (inputs.length === 0) unasked.push(path);
    for (const input of inputs) {
      const said = await caller[noun]?.[verb]?.(input).catch((error: Error) => error.message);
      const text = JSON.stringify(said, (_, value) => (typeof value === "bigint" ? String(value) : value)) ?? "";
      const isPrice = TELLS_PRICE.test(text) || text.includes("847000") || shares.some((one) => text.includes(one));
      if (TELLS.test(text) || isPrice) tells.push(path);
    }
  }
  return { tells: [...new Set(tells)], unasked };
}

test("F8: no query of the router tells the crowd or its market to a reader, a member who has not forecast, a moderator or an admin", async () => {
  expect(queries.length).toBeGreaterThan(30);
  for (const person of people) expect(await crawl(person)).toEqual({ tells: [], unasked: [] });
  console.log(`F8: ${queries.length} queries of the router asked, 0 tell`);
});

test("F8: the market of a hidden crowd quotes nothing and takes no trade and no order; who traded sees what they paid", async () => {
  const stake = { questionId: String(bag.questionId), outcome: 0, side: "yes" } as const;
  const closed = { code: "question_must_be_open", values: { reason: "crowd_hidden", at: expect.any(Date) } };
  const keyed = { idempotencyKey: aKey() };
  const buying = { kind: "buy_budget", ...stake, budgetMicros: CREDIT } as const;
  await expect(quote(trader, buying)).rejects.toMatchObject(closed);
  await expect(trade(trader, { ...buying, ...keyed })).rejects.toMatchObject(closed);
  const order = { ...stake, action: "buy", sharesMicros: CREDIT, limitMicros: 500_000n } as const;
  await expect(placeOrder(trader, { ...order, ...keyed })).rejects.toMatchObject(closed);
  // Not even by SQL.
  const raw = `INSERT INTO limit_orders (id, question_id, user_id, action, outcome, side, limit_micros, shares_micros,
    remaining_micros, reserved_micros) SELECT gen_random_uuid(), question_id, user_id, 'sell', 0, 'yes', 500000, 1000, 1000, 0
    FROM positions LIMIT 1`;
  await expect(database.run(raw)).rejects.toThrow("question_must_be_open");
  const own = await tradesOfQuestion(trader, { questionId: stake.questionId });
  expect(own.items).toMatchObject([{ pricesAfter: [], costMicros: expect.any(BigInt) }]);
  expect(await portfolio(trader)).toMatchObject({ positions: [{ prices: [], valueMicros: null }], valueMicros: 0n });
  const [member] = people;
  expect((await tradesOfQuestion(member!, { questionId: stake.questionId })).items).toEqual([]);
});

test("F8: a market that would have no time to trade is not opened, and one whose crowd is revealed trades", async () => {
  const moderator = await someone(database.prisma, "moderator");
  const closesAt = new Date(Date.now() + 3_600_000);
  const { id: never } = await aQuestion(database.prisma, moderator, { closesAt, revealAt: closesAt });
  const opening = openMarket(moderator, { questionId: never, liquidityMicros: 10n * CREDIT });
  await expect(opening).rejects.toMatchObject({ code: "market_must_have_time_to_trade" });
  const revealAt = new Date(Date.now() + 1_000);
  const { id: questionId } = await aQuestion(database.prisma, moderator, { revealAt });
  await openMarket(moderator, { questionId, liquidityMicros: 10n * CREDIT });
  const person = await aTrader(database.prisma);
  const buying = { kind: "buy_budget", questionId, outcome: 0, side: "yes", budgetMicros: CREDIT } as const;
  const attempt = () => trade({ ...person, now: new Date() }, { ...buying, idempotencyKey: aKey() });
  await expect(attempt()).rejects.toMatchObject({ code: "question_must_be_open" });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await attempt()).toMatchObject({ number: 1 });
});

test("F8 sees a crowd that is not hidden", async () => {
  await database.run("ALTER TABLE questions DISABLE TRIGGER USER");
  await database.run("UPDATE questions SET reveal_at = NULL");
  const [reader, , , admin] = people;
  if (!reader || !admin) throw new Error("Somebody reads.");
  const { tells } = await crawl(reader);
  for (const path of ["question.bySlug", "market.ofQuestion", "market.priceHistory", "market.trades", "market.depth"])
    expect(tells).toContain(path);
  expect(tells).toContain("market.holders");
  expect(tells).toContain("market.quote");
  expect((await crawl(admin)).tells).toContain("resolution.queue");
});
