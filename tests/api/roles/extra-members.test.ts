import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { procedure, router } from "#server/api/trpc.ts";
import { brokenOutput } from "#services/broken-output.ts";
import { PROCEDURES, type Procedure, proceduresOf } from "./api-procedures.ts";
import { answeringBy } from "./broken-router.ts";
import { takenMembers } from "./extra-members.ts";
import { inputsOfProcedures } from "./inputs-of-procedures.ts";
import { closeInstance, type PeopledInstance, peopledInstance } from "./peopled-instance.ts";
import { toldSecrets } from "./shown-secrets.ts";

let instance: PeopledInstance;
let inputs: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  instance = await peopledInstance();
  inputs = inputsOfProcedures(instance);
});
afterAll(() => closeInstance(instance));

const mutations = PROCEDURES.filter(({ type }) => type === "mutation");
const withoutOutput = (procedures: readonly Procedure[]) =>
  procedures.filter(({ output }) => output === undefined).map(({ path }) => path);

/** Whether a schema hands on what it does not know. */
const { $schema: _, ...BROKEN } = z.toJSONSchema(brokenOutput, { unrepresentable: "any", io: "output" });

function isLoose(schema: z.ZodType): boolean {
  const json = z.toJSONSchema(schema, { unrepresentable: "any", io: "output", cycles: "ref" });
  // The values of a broken rule are typed by its code, which no schema repeats; where they are made they are whole numbers and names.
  const text = JSON.stringify(json).replaceAll(JSON.stringify(BROKEN), "{}");
  return /"additionalProperties":(true|\{\})/.test(text);
}

describe("Z3: what is sent beside an input", () => {
  test("is refused as unknown in every object of every change, or has no effect", async () => {
    const [taken, told]: [string[], string[]] = [[], []];
    let sent = 0;
    for (const mutation of mutations) {
      const found = await takenMembers(instance, mutation, inputs[mutation.path]);
      sent += found.sent;
      taken.push(...found.taken);
      const headers = new Headers();
      told.push(
        ...found.answers.flatMap((text) => toldSecrets(instance, { path: mutation.path, who: "admin", text, headers })),
      );
    }
    expect(taken).toEqual([]);
    expect(told).toEqual([]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    console.log(`Z3: ${mutations.length} procedures that change something, ${sent} bodies with one member more`);
  });

  test("is written where a procedure takes whatever it is given, and that is seen", async () => {
    const rename = procedure
      .input(z.looseObject({ name: z.string() }))
      .mutation(({ ctx, input }) => ctx.db.user.updateMany({ where: { name: "The member" }, data: input }));
    const broken = router({ user: router({ rename }) });
    const [mutation] = proceduresOf(broken) as [Procedure];
    const { taken } = await takenMembers(instance, mutation, { name: "renamed" }, { answer: answeringBy(broken) });
    expect(taken.map((each) => each.replace(/:.*/, ""))).toEqual(
      ["role", "isAdmin", "balance", "userId", "createdAt", "__proto__", "constructor"]
        .filter((name) => taken.some((each) => each.includes(name)))
        .map((name) => `user.rename takes ${name}`),
    );
    expect(taken.length).toBeGreaterThan(4);
  });
});

describe("Z3: what is answered", () => {
  test("goes through an output schema in every procedure, which leaves out what it does not name", () => {
    expect(withoutOutput(PROCEDURES)).toEqual([]);
    const loose = PROCEDURES.filter(({ output }) => isLoose(output as z.ZodType)).map(({ path }) => path);
    expect(loose).toEqual([]);
  });

  test("is not so where a procedure has none, or one that hands on everything, and that is seen", () => {
    const broken = router({
      plain: procedure.query(() => ({ passwordHash: "x" })),
      loose: procedure.output(z.array(z.looseObject({}))).query(() => [{ passwordHash: "x" }]),
    });
    const found = proceduresOf(broken);
    expect(withoutOutput(found)).toEqual(["plain"]);
    expect(found.filter(({ output }) => output && isLoose(output as z.ZodType)).map(({ path }) => path)).toEqual([
      "loose",
    ]);
  });

  test("is searched for what signs somebody in", () => {
    const [cookie = ""] = [...instance.people.owner.jar.cookies.values()].filter((value) => value.length > 100);
    const headers = new Headers({ "set-cookie": "x=y" });
    const asked = { path: "user.viewer", who: "other", headers } as const;
    const text = `{"token":"${cookie}","email":"owner@people.example","passwordHash":""}`;
    expect(toldSecrets(instance, { ...asked, text })).toEqual([
      "user.viewer tells other a hash",
      "user.viewer tells other an e-mail address",
      "user.viewer tells other a cookie",
      "user.viewer tells other a new cookie",
    ]);
  });
});
