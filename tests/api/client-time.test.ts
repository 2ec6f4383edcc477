import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Database } from "#db/client.ts";
import { appRouter } from "#server/api/root.ts";
import { createUser } from "#services/user/create-user.ts";
import { AuthJar, dataOf } from "#tests/support/auth-jar.ts";
import { aQuestion } from "#tests/support/forecasting.ts";
import { job, someone } from "#tests/support/people.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** Promise F3: what a client says of the time has no effect. */
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  Object.assign(globalThis, { parleyDatabase: Promise.resolve(database) });
});
afterAll(async () => {
  Object.assign(globalThis, { parleyDatabase: undefined });
  await database.close();
});

interface Def {
  readonly type: string;
  readonly catchall?: z.ZodType;
  readonly shape?: Record<string, z.ZodType>;
  readonly [member: string]: unknown;
}

/** The objects within a schema that take a member which they do not name, by their paths. */
function openObjects(schema: z.ZodType, path: string, seen = new Set<unknown>()): { open: string[]; objects: number } {
  if (seen.has(schema)) return { open: [], objects: 0 };
  seen.add(schema);
  const def = schema._zod.def as unknown as Def;
  const isObject = def.type === "object";
  const isStrict = (def.catchall?._zod.def as unknown as Def | undefined)?.type === "never";
  const getter = typeof def.getter === "function" ? [def.getter() as z.ZodType] : [];
  const inner = [def.innerType, def.in, def.out, def.element, ...((def.options as unknown[]) ?? []), ...getter];
  const members = [...Object.entries(def.shape ?? {}), ...inner.flatMap((each) => (each ? [["", each] as const] : []))];
  const within = members.map(([name, member]) =>
    openObjects(member as z.ZodType, name === "" ? path : `${path}.${name}`, seen),
  );
  return {
    open: [...(isObject && !isStrict ? [path] : []), ...within.flatMap(({ open }) => open)],
    objects: (isObject ? 1 : 0) + within.reduce((sum, { objects }) => sum + objects, 0),
  };
}

type Procedure = { _def: { type: string; inputs: z.ZodType[] } };

test("F3: no procedure takes a member that it does not name, at any depth, so that no time can be sent along", () => {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  const found = procedures.flatMap(([path, { _def }]) => _def.inputs.map((input) => openObjects(input, path)));
  expect(found.flatMap(({ open }) => open)).toEqual([]);
  const objects = found.reduce((sum, each) => sum + each.objects, 0);
  expect(objects).toBeGreaterThan(100);
  console.log(`F3: ${objects} objects of ${found.length} inputs, all closed`);
});

test("what F3 would catch: an object that takes what it does not name, in a list within another", () => {
  const careless = z.strictObject({ rows: z.array(z.object({ p: z.number() })).optional() });
  expect(openObjects(careless, "x.y").open).toEqual(["x.y.rows"]);
});

test("F3: headers that claim a time change neither the stamp of a forecast nor whether its question is open", async () => {
  const password = "correct horse battery";
  const person = { name: "ada", email: "ada@example.org", password, role: "forecaster" as const };
  await createUser(job(database.prisma), person);
  const moderator = await someone(database.prisma, "moderator");
  const hour = 3_600_000;
  const [open, over, later] = [
    await aQuestion(database.prisma, moderator),
    await aQuestion(database.prisma, moderator, { closesAt: new Date(Date.now() - hour) }),
    await aQuestion(database.prisma, moderator, {
      opensAt: new Date(Date.now() + hour),
      closesAt: new Date(Date.now() + 2 * hour),
    }),
  ];
  const clock = async () => (await database.run("SELECT clock_timestamp() AS now"))[0]?.now as Date;
  for (const claimed of [
    "1999-01-01T00:00:00Z",
    new Date(Date.now() - 90 * 60_000),
    new Date(Date.now() + 90 * 60_000),
    "2999-01-01Z",
  ]) {
    const date = new Date(claimed).toUTCString();
    const jar = new AuthJar({
      date,
      "x-date": date,
      "x-timestamp": String(Date.parse(date)),
      "x-timezone": "Pacific/Auckland",
      "if-unmodified-since": date,
    });
    expect((await jar.signIn(person.email, password)).status).toBe(200);
    const before = await clock();
    const told = await jar.call("forecast.submit", { questionId: open.id, probabilities: [0.5] });
    const { madeAt } = await dataOf<{ madeAt: string }>(told);
    const after = await clock();
    expect(Date.parse(madeAt)).toBeGreaterThanOrEqual(before.getTime() - 1);
    expect(Date.parse(madeAt)).toBeLessThanOrEqual(after.getTime() + 1);
    for (const { id } of [over, later]) {
      expect((await jar.call("forecast.submit", { questionId: id, probabilities: [0.5] })).status).toBe(409);
    }
  }
  expect(await database.prisma.forecast.count({ where: { questionId: { not: open.id } } })).toBe(0);
});
