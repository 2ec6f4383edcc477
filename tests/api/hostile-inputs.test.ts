import { TRPCError } from "@trpc/server";
import { getErrorShape } from "@trpc/server/unstable-core-do-not-import";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { Database, Db } from "#db/client.ts";
import { appRouter, createCaller } from "#server/api/root.ts";
import { hashPassword } from "#services/user/password.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { CONDITIONS, hostileTo } from "#tests/support/hostile-values.ts";
import { leaksIn } from "#tests/support/leaks.ts";
import { someone } from "#tests/support/people.ts";
import { visitCriteria } from "#tests/support/questions.ts";
import { type Bag, leavesOf, replacedAt, sampleInputs, valueAt } from "#tests/support/sample-input.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { aTrader, CREDIT } from "#tests/support/trading.ts";
import { aWholeLife } from "#tests/support/whole-life.ts";

/** Promise Z9: whatever stands in the place of a text, a number or an instant, no procedure answers with a fault of ours. */
type Procedure = { _def: { type: string; inputs: z.ZodType[] } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

let database: Database;
let caller: Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
let bag: Bag;
let slugs: { question: string; topic: string; tournament: string };
beforeAll(async () => {
  database = await testDatabase();
  const db = database.prisma;
  const made = await somethingOfEverything(db);
  const { life, tournament, admin } = made;
  const event = await db.event.findFirstOrThrow();
  const topic = await db.topic.findUniqueOrThrow({ where: { id: life.topicId } });
  slugs = { question: life.question.slug, topic: topic.slug, tournament: tournament.slug };
  bag = { ...valuesOfFields(), ...idsOf(made, event.id), topic: topic.slug };
  caller = createCaller({ ...admin, now: new Date() }) as unknown as typeof caller;
});
afterAll(() => database.close());

/** Something of every kind that a procedure may be asked about. */
async function somethingOfEverything(db: Db) {
  const [admin, moderator] = [await someone(db, "admin"), await someone(db, "moderator")];
  const forecaster = await someone(db);
  const passwordHash = await hashPassword("correct horse battery");
  await db.user.update({ where: { id: admin.actor.id }, data: { passwordHash } });
  const life = await aWholeLife({ moderator, admin, forecaster });
  const trader = await aTrader(db);
  const number = { min: 0, max: 20, zeroPoint: null, openLower: true, openUpper: true, unit: "visits" };
  const open = await aQuestion(db, moderator, { topicId: life.topicId });
  await aQuestion(db, moderator, { range: number, topicId: life.topicId });
  const call = createCaller({ ...admin, now: new Date() });
  await call.market.open({ questionId: open.id, liquidityMicros: 100n * CREDIT });
  const order = await createCaller({ ...trader, now: new Date() }).market.placeOrder({
    questionId: open.id,
    outcome: 0,
    side: "yes",
    action: "buy",
    sharesMicros: CREDIT,
    limitMicros: 400_000n,
    idempotencyKey: "first",
  });
  const signal = await call.signal.create({ topicId: life.topicId, name: "Visits", match: { types: ["CONSULT"] } });
  const suggestion = await createCaller(forecaster).suggestion.suggest({
    topicId: life.topicId,
    title: "Will anything happen?",
    why: "It might.",
    roughCriteria: "By the news.",
  });
  const tournament = await call.tournament.create({
    title: "Spring",
    summary: "",
    startsAt: new Date(Date.now() - 1000),
    endsAt: new Date(Date.now() + 1e9),
    questions: [{ slug: open.slug }],
  });
  return { admin, forecaster, life, open, order, signal, suggestion, tournament };
}

/** What the fields of inputs may hold that name something. */
function idsOf(made: Awaited<ReturnType<typeof somethingOfEverything>>, id: string): Bag {
  const { admin, forecaster, life, open, order, signal, suggestion, tournament } = made;
  return {
    questionId: open.id,
    topicId: life.topicId,
    eventId: id,
    intoId: id,
    resolutionId: life.resolutionId,
    signalId: signal.id,
    suggestionId: suggestion.suggestionId,
    orderId: order.id,
    requestId: id,
    userId: forecaster.actor.id,
    recordId: id,
    sessionId: id,
    botId: id,
    run: id,
    id,
    evidenceIds: [id],
    ids: [id],
    name: forecaster.actor.name,
    one: forecaster.actor.name,
    other: admin.actor.name,
    tournament: tournament.slug,
  };
}

/** What the other fields may hold. */
function valuesOfFields(): Bag {
  const at = new Date(Date.now() - 3_600_000);
  return {
    supersedesId: null,
    coverageIds: [],
    season: "2026-q1",
    email: "somebody@example.org",
    code: "IRN",
    actor: "IRN",
    actors: [{ code: "IRN", role: "participant" }],
    country: "OMN",
    language: "en",
    url: "https://example.org/a",
    archiveUrl: "https://example.org/b",
    urls: ["https://example.org/a"],
    tags: ["visit"],
    type: "CONSULT.visit",
    types: ["CONSULT"],
    outcome: "yes",
    voidReason: null,
    cursor: undefined,
    limit: 10,
    fromLine: 1,
    limitMicros: 400_000n,
    options: [],
    range: null,
    criteria: visitCriteria(),
    match: { types: ["CONSULT"], magnitude: { min: 1, max: 2, unit: "people" } },
    probabilities: [0.5],
    probability: 0.5,
    bucketBounds: [5],
    openingPrices: [0.5, 0.5],
    opensAt: at,
    closesAt: new Date(Date.now() + 1e9),
    coversFrom: new Date(at.getTime() - 1000),
    coversUntil: at,
    occurredFrom: new Date(at.getTime() - 1000),
    occurredUntil: at,
    publishedAt: at,
    effectiveAt: at,
    knownAt: at,
    until: at,
  };
}

/** Valid inputs of a procedure: what a slug names depends on whose it is, and a trade's outcome is a number. */
function inputsOf(path: string, schema: z.ZodType): unknown[] {
  const [noun = ""] = path.split(".");
  const isTopic = noun === "topic" || path === "attribution.inTopic";
  const slug = isTopic ? slugs.topic : noun === "tournament" ? slugs.tournament : slugs.question;
  const OWN: Readonly<Record<string, Bag>> = {
    market: { outcome: 0, cursor: path === "market.trades" ? 10 : undefined, scope: "all" },
    seal: { cursor: 10, kind: "audit", recordId: "1" },
    calibration: { season: undefined },
    board: { season: undefined, tournament: undefined },
    coverage: { actors: ["IRN"] },
    signal: { actors: { any: ["IRN"] } },
    question: { type: "binary", most: 100 },
    suggestion: { type: "binary" },
  };
  return sampleInputs(schema, { ...bag, ...OWN[noun], slug });
}

/** What an error tells its caller, as it is sent. */
const toldOf = (path: string, error: TRPCError) =>
  JSON.stringify(
    getErrorShape({ config: appRouter._def._config, error, type: "unknown", path, input: null, ctx: undefined }),
  );

/** Calls a procedure and gives what it answers when that is a fault of ours, or tells of what is behind it. */
async function faultOf(path: string, input: unknown): Promise<string | undefined> {
  const [noun = "", verb = ""] = path.split(".");
  try {
    await caller[noun]?.[verb]?.(input);
    return undefined;
  } catch (error) {
    const isOurs = !(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR";
    if (isOurs) return String(error instanceof TRPCError ? (error.cause ?? error) : error).slice(0, 200);
    const leaks = leaksIn(toldOf(path, error));
    return leaks.length > 0 ? `tells ${leaks.join(", ")}` : undefined;
  }
}

const shown = (value: unknown) =>
  typeof value === "bigint" || value instanceof Date
    ? String(value)
    : (JSON.stringify(value) ?? "undefined").slice(0, 40);

test("Z9, Z11, Z12: no procedure answers a hostile input with a fault of its own, none tells what is behind it, none takes a condition for a text", async () => {
  const [faults, unasked, taken]: [string[], string[], string[]] = [[], [], []];
  let [asked, conditions] = [0, 0];
  for (const [path, { _def }] of procedures) {
    const [schema] = _def.inputs;
    if (!schema) continue;
    const samples = inputsOf(path, schema);
    const [first] = samples.map((sample) => schema.safeParse(sample));
    if (!samples.some((sample) => schema.safeParse(sample).success)) unasked.push(`${path}: ${first?.error?.message}`);
    for (const sample of samples) {
      for (const leaf of leavesOf(sample)) {
        for (const value of hostileTo(valueAt(sample, leaf))) {
          asked++;
          const input = replacedAt(sample, leaf, value);
          if (CONDITIONS.includes(value as (typeof CONDITIONS)[number])) {
            conditions++;
            if (schema.safeParse(input).success) taken.push(`${path} ${leaf.join(".")} = ${shown(value)}`);
          }
          const fault = await faultOf(path, input);
          if (fault) faults.push(`${path} ${leaf.join(".")} = ${shown(value)}: ${fault}`);
        }
      }
    }
  }
  expect([unasked, taken]).toEqual([[], []]);
  expect(faults.length, faults.join("\n")).toBe(0);
  console.log(
    `Z9: ${procedures.length} procedures, ${asked} inputs, 0 faults, 0 leaks; 0 of ${conditions} conditions taken`,
  );
}, 600_000);

test("what Z11 and Z12 would catch: the database's own words, a stack, a condition for a text, and what is not given", async () => {
  const { prisma, run } = database;
  const where = { name: { not: "" } as never };
  expect(await prisma.user.findFirst({ where })).not.toBeNull();
  const wrongs: (() => PromiseLike<unknown>)[] = [
    () => prisma.user.findFirst({ where: { name: undefined } as never }),
    () => prisma.user.findUnique({ where: { id: "x" } }),
    () => run("SELECT nothing FROM nowhere"),
  ];
  for (const wrong of wrongs) {
    const error = await Promise.resolve()
      .then(wrong)
      .catch((thrown: Error) => thrown);
    expect(leaksIn(String((error as Error).stack)).length).toBeGreaterThan(0);
    expect(leaksIn((error as Error).message).length).toBeGreaterThan(0);
  }
});
