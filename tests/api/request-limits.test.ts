import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Database } from "#db/client.ts";
import { answerTrpc } from "#server/api/answer-trpc.ts";
import { appRouter } from "#server/api/root.ts";
import { leaksIn } from "#tests/support/leaks.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise Z7: what one request may ask for is bounded: calls, rows, depth and length. */
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
});
afterAll(async () => {
  Object.assign(globalThis, { parleyDatabase: undefined });
  await database.close();
});

const MAX_ROWS = 100;
type Procedure = { _def: { type: string; inputs: z.ZodType[] } };
const inputs = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).flatMap(
  ([path, { _def }]) => _def.inputs.map((input) => [path, input, _def.type] as const),
);

interface Part {
  readonly path: string;
  readonly schema: z.ZodType;
}
/** Every schema within a schema, by the path to it. */
function partsOf(path: string, schema: z.ZodType, seen = new Set<unknown>()): Part[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const def = schema._zod.def as unknown as Record<string, unknown> & { shape?: Record<string, z.ZodType> };
  const getter = typeof def.getter === "function" ? [def.getter()] : [];
  const inner = [def.innerType, def.in, def.out, def.element, ...((def.options as unknown[]) ?? []), ...getter];
  const members = [...Object.entries(def.shape ?? {}), ...inner.filter(Boolean).map((each) => ["", each] as const)];
  return [
    { path, schema },
    ...members.flatMap(([name, member]) => partsOf(`${path}${name && `.${name}`}`, member as z.ZodType, seen)),
  ];
}

/** Lists without a bound on their length. */
const unbounded = (parts: readonly Part[]) =>
  parts.filter(({ schema }) => {
    const { type, checks = [] } = schema._zod.def as unknown as {
      type: string;
      checks?: { _zod: { def: { check: string } } }[];
    };
    return type === "array" && !checks.some(({ _zod }) => _zod.def.check === "max_length");
  });
/** Numbers of rows that are taken although they are no number of rows from 1 to the most. */
const askedTooMuch = (parts: readonly Part[]) =>
  parts
    .filter(({ path }) => path.endsWith(".limit"))
    .flatMap(({ path, schema }) =>
      [MAX_ROWS + 1, 0, -1, 1.5, 2 ** 31, 1e308, "10", null]
        .filter((limit) => schema.safeParse(limit).success)
        .map((limit) => `${path} = ${limit}`),
    );

const parts = inputs.flatMap(([path, input]) => partsOf(path, input));

test("Z7: no list is longer than a hundred rows, and none that is sent is without a bound", () => {
  expect(askedTooMuch(parts)).toEqual([]);
  expect(unbounded(parts).map(({ path }) => path)).toEqual([]);
  const limits = parts.filter(({ path }) => path.endsWith(".limit")).length;
  const lists = parts.filter(({ schema }) => schema._zod.def.type === "array").length;
  expect([limits > 10, lists > 20]).toEqual([true, true]);
  console.log(`Z7: ${limits} limits, ${lists} lists`);
});

test("what Z7 would catch: a limit of any number, and a list of any length", () => {
  const careless = partsOf("x", z.strictObject({ limit: z.int().min(1), rows: z.array(z.string()).default([]) }));
  expect(askedTooMuch(careless).length).toBeGreaterThan(1);
  expect(unbounded(careless)).toHaveLength(1);
});

const ORIGIN = "http://localhost:3000";
let asked = 0;
function post(path: string, body: string): Promise<Response> {
  // Each from an address of its own: how many writes there may be is another promise.
  const headers = {
    "content-type": "application/json",
    origin: ORIGIN,
    "x-real-address": `198.51.${++asked >> 8}.${asked & 255}`,
  };
  return answerTrpc(new Request(`${ORIGIN}/api/trpc/${path}`, { method: "POST", body, headers }));
}

test.each([20, 1_000, 200_000])(
  "Z7: a body nested %d deep is a bad request at every procedure that changes something",
  async (depth) => {
    const wrong: string[] = [];
    const changing = inputs.filter(([, , type]) => type === "mutation");
    // Reading megabytes takes its time, and is the same for all of them.
    const few = changing.filter((_, i) => depth < 10_000 || i % 10 === 0);
    for (const [path] of few) {
      for (const [open, close] of [
        ["[", "]"],
        ['{"rule":', "}"],
      ] as const) {
        const nested = `${open.repeat(depth)}1${close.repeat(depth)}`;
        if (nested.length > 1_000_000) continue;
        const response = await post(path, `{"json":{"criteria":${nested},"questionId":${nested}}}`.slice(0, 2_000_000));
        const told = await response.text();
        if (response.status !== 400 || leaksIn(told).length > 0)
          wrong.push(`${path}: ${response.status} ${told.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(changing.length).toBeGreaterThan(40);
  },
);

test("Z7: ten calls travel together, an eleventh is refused with all of them", async () => {
  const read = (calls: number) =>
    answerTrpc(new Request(`${ORIGIN}/api/trpc/${Array(calls).fill("user.viewer").join(",")}?batch=1&input=%7B%7D`));
  expect([(await read(10)).status, (await read(11)).status]).toEqual([200, 400]);
});
