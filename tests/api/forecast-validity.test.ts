import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "#core/errors.ts";
import { cdfFaults } from "#core/scoring/cdf-faults.ts";
import type { Database } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import { submitForecastInput } from "#services/forecast/input.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise F7: of what is no forecast of a question, everything is a bad request with the name of the rule, and nothing is stored. */
let database: Database;
let ada: Awaited<ReturnType<typeof someone>>;
const ids: Record<string, string> = {};
beforeAll(async () => {
  database = await testDatabase();
  const moderator = await someone(database.prisma, "moderator");
  ada = await someone(database.prisma);
  const range = (openLower: boolean, openUpper: boolean) => ({
    range: { min: 0, max: 20, zeroPoint: null, openLower, openUpper, unit: "visits" },
  });
  const rows = { yesNo: {}, three: { options: ["a", "b", "c"] }, closed: range(false, false), open: range(true, true) };
  for (const [name, row] of Object.entries(rows)) ids[name] = (await aQuestion(database.prisma, moderator, row)).id;
});
afterAll(() => database.close());

const even = (first: number, last: number, points = 201) =>
  Array.from({ length: points }, (_, i) => first + ((last - first) * i) / (points - 1));
/** A distribution with one of its points replaced. */
const at = (place: number, value: unknown, cdf: readonly number[] = even(0, 1)) =>
  cdf.map((p, i) => (i === place ? value : p));
const [CLOSED, OPEN] = [even(0, 1), even(0.001, 0.999)];
const JUMP = Array.from({ length: 201 }, (_, i) => (i <= 100 ? 0.0025 * i : 1 - 0.0025 * (200 - i)));

const SOUND: Record<string, number[][]> = {
  yesNo: [[0.001], [0.5], [0.999], [99.9 / 100]],
  three: [
    [0.2, 0.3, 0.5],
    [0.001, 0.001, 0.998],
    [1 / 3, 1 / 3, 1 / 3],
  ],
  closed: [CLOSED],
  open: [OPEN, even(0.2, 0.7)],
};
const NO_NUMBERS = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  null,
  "0.5",
  true,
  {},
  [],
  [0.5],
  1n,
  new Date(),
];
const UNSOUND: Record<string, unknown[]> = {
  yesNo: [
    ...[0, 1, -0, -0.1, 1.1, 0.0009, 0.9991, 0.001 - 1e-8, 0.999 + 1e-8, 50, 1e308, -1e308, 5e-324].map((p) => [p]),
    ...NO_NUMBERS.map((p) => [p]),
    ...[[], [0.5, 0.5], [0.2, 0.3, 0.5], CLOSED, even(0, 1, 202), null, 0.5, "0.5", { 0: 0.5, length: 1 }, undefined],
  ],
  three: [
    ...[
      [0.5],
      [0.5, 0.5],
      [0.25, 0.25, 0.25, 0.25],
      [0.2, 0.3, 0.4],
      [0.3, 0.3, 0.5],
      [0.2, 0.3, 0.5 + 2e-6],
      [0, 0.5, 0.5],
    ],
    ...[
      [1, 0, 0],
      [0.9995, 0.00025, 0.00025],
      [-0.2, 0.6, 0.6],
      [0.2, 0.3, 0.5 - 2e-6],
      [0.001, 0.001, 0.001],
      [20, 30, 50],
      [],
      CLOSED,
    ],
    ...NO_NUMBERS.map((p) => [0.2, 0.3, p]),
  ],
  closed: [
    ...[even(0, 1, 200), even(0, 1, 202), even(0, 1, 11), [0.5], []],
    ...[OPEN, even(0.001, 1), even(0, 0.999), even(1, 0), even(0, 2), even(-1, 1), even(0, 0), even(1, 1), JUMP],
    ...[at(100, CLOSED[99]), at(100, CLOSED[101]), at(0, -0.001), at(200, 1.001), at(0, 1e-6), at(200, 1 - 1e-6)],
    ...NO_NUMBERS.map((p) => at(100, p)),
  ],
  open: [
    ...[
      CLOSED,
      even(0.001, 1),
      even(0, 0.999),
      even(0.0009, 0.999),
      even(0.001, 0.9991),
      even(0.999, 0.001),
      even(0.5, 0.5),
      JUMP,
    ],
    ...[at(100, OPEN[99], OPEN), at(100, 0.999, OPEN), at(100, 0.001, OPEN), even(0.001, 0.999, 200)],
    ...NO_NUMBERS.map((p) => at(100, p, OPEN)),
  ],
};

type Submit = (question: string, probabilities: unknown) => Promise<unknown>;
const submit: Submit = (question, probabilities) =>
  createCaller(ada).forecast.submit({ questionId: ids[question] ?? "", probabilities: probabilities as number[] });

/** How what is unsound was answered otherwise than by 400 with a rule's name; null where it was answered so. */
async function wronglyAnswered(send: Submit, question: string, probabilities: unknown): Promise<string | null> {
  const what = `${question} ${JSON.stringify(probabilities, (_, v) => (typeof v === "bigint" ? String(v) : v))?.slice(0, 80)}`;
  try {
    await send(question, probabilities);
    return `${what} is taken`;
  } catch (error) {
    if (!(error instanceof TRPCError)) return `${what}: ${error}`;
    const { cause } = error;
    const hasCode = (cause instanceof DomainError && cause.code !== undefined) || cause?.name === "ZodError";
    return getHTTPStatusCodeFromError(error) === 400 && hasCode ? null : `${what}: ${error.code}`;
  }
}

async function allWrong(send: Submit): Promise<string[]> {
  const wrong: (string | null)[] = [];
  for (const [question, table] of Object.entries(UNSOUND))
    for (const probabilities of table) wrong.push(await wronglyAnswered(send, question, probabilities));
  return wrong.filter((each) => each !== null);
}

describe("F7: forecasts", () => {
  test("that are none are refused with 400 and a rule, all of them, and nothing is stored", async () => {
    expect(await allWrong(submit)).toEqual([]);
    expect(await database.prisma.forecast.count()).toBe(0);
    const sizes = Object.entries(UNSOUND).map(([question, table]) => `${table.length} of ${question}`);
    console.log(`F7: refused ${sizes.join(", ")}`);
  });

  test("that are some are taken", async () => {
    for (const [question, table] of Object.entries(SOUND))
      for (const stated of table)
        expect(await submit(question, stated)).toMatchObject({ probabilities: expect.any(Array) });
  });

  test("of any numbers are taken exactly where the rules allow them", async () => {
    const number = fc.oneof(fc.double({ min: -0.01, max: 1.01 }), fc.constantFrom(0, 1, 0.001, 0.999, 1e-9));
    const isProbability = (p: number) => p >= 0.001 - 1e-9 && p <= 0.999 + 1e-9;
    const sumOf = (list: readonly number[]) => list.reduce((sum, p) => sum + p, 0);
    const binary = fc.asyncProperty(number, async (p) => {
      const wrong = await wronglyAnswered(submit, "yesNo", [p]);
      expect(wrong?.endsWith("is taken") ?? false).toBe(isProbability(p));
    });
    const choice = fc.asyncProperty(
      fc.array(number, { minLength: 2, maxLength: 4 }),
      fc.boolean(),
      async (list, isScaled) => {
        const stated = isScaled ? list.map((p) => Math.abs(p) / sumOf(list.map(Math.abs))) : list;
        const isSound = stated.length === 3 && stated.every(isProbability) && Math.abs(sumOf(stated) - 1) <= 1e-6;
        expect((await wronglyAnswered(submit, "three", stated))?.endsWith("is taken") ?? false).toBe(isSound);
      },
    );
    const bend = fc.record({ place: fc.nat(200), by: fc.double({ min: -0.01, max: 0.01, noNaN: true }) });
    const cdf = fc.asyncProperty(fc.array(bend, { maxLength: 3 }), async (bends) => {
      const stated = OPEN.map((p, i) => p + sumOf(bends.filter(({ place }) => place === i).map(({ by }) => by)));
      const isSound = cdfFaults(stated, { openLower: true, openUpper: true }).length === 0;
      // An end within 1e-9 of its bound is that bound: where rounding alone decides, either answer is right.
      fc.pre(Math.abs((stated[0] ?? 0) - 0.001) > 1e-8 || stated[0] === 0.001);
      fc.pre(Math.abs((stated[200] ?? 0) - 0.999) > 1e-8 || stated[200] === 0.999);
      expect((await wronglyAnswered(submit, "open", stated))?.endsWith("is taken") ?? false).toBe(isSound);
    });
    for (const property of [binary, choice, cdf]) await fc.assert(property as typeof binary, { numRuns: 120 });
  });
});

test("what F7 would catch: an interface that looks at the form alone takes most of it", async () => {
  const byForm: Submit = async (question, probabilities) => {
    const { error } = submitForecastInput.safeParse({ questionId: ids[question], probabilities });
    if (error) throw new TRPCError({ code: "BAD_REQUEST", cause: error });
  };
  expect((await allWrong(byForm)).length).toBeGreaterThan(40);
});
