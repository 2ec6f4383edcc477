import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { Database } from "#db/client.ts";
import { appRouter, createCaller } from "#server/api/root.ts";
import type { ServiceContext } from "#services/context.ts";
import { logEvent } from "#services/event/log-event.ts";
import { submitForecast } from "#services/forecast/submit-forecast.ts";
import { proposeResolution } from "#services/resolution/propose-resolution.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { anonymous, someone } from "#tests/support/people.ts";
import { someTopic, visitEvent } from "#tests/support/questions.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise F8: what the crowd thinks is told by no read path while it is hidden. The paths come from the router. */
const SECRET = 0.731_234;
/** However a path may round it, scale it or turn it round. */
const TELLS = /0?\.?7312\d*|73\.12|0?\.2687\d*|26\.87/;

let database: Database;
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
  const event = await logEvent(moderator, visitEvent(topicId));
  const at = new Date();
  const answer = {
    outcome: "yes",
    voidReason: null,
    effectiveAt: at,
    knownAt: at,
    evidenceIds: [event.id],
    note: "Seen.",
  };
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
  people = [anonymous(db), await someone(db)];
});
afterAll(() => database.close());

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
  const twin = {
    topicId: bag.topicId,
    type: "CONSULT",
    occurredFrom: new Date(0),
    occurredUntil: new Date(),
    actors: [],
  };
  const SPECIAL: Record<string, unknown[]> = {
    "board.compare": [{ one: bag.a, other: bag.b }],
    "event.twins": [{ ...twin, country: null, placeName: null }],
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
      if (TELLS.test(text)) tells.push(path);
    }
  }
  return { tells: [...new Set(tells)], unasked };
}

test("F8: no query of the router tells it to a reader or to a member who has not forecast", async () => {
  expect(queries.length).toBeGreaterThan(30);
  for (const person of people) expect(await crawl(person)).toEqual({ tells: [], unasked: [] });
  console.log(`F8: ${queries.length} queries of the router asked, 0 tell`);
});

test("F8 sees a crowd that is not hidden", async () => {
  await database.run("ALTER TABLE questions DISABLE TRIGGER USER");
  await database.run("UPDATE questions SET reveal_at = NULL");
  const [reader] = people;
  if (!reader) throw new Error("Somebody reads.");
  expect((await crawl(reader)).tells).toContain("question.bySlug");
});
