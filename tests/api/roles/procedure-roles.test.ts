import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { procedure, router } from "#server/api/trpc.ts";
import { DENIALS, type RoleRow, readRoleTable, wrongNames } from "#tests/support/role-table.ts";
import { PROCEDURES, proceduresOf } from "./api-procedures.ts";
import { type Answered, askAs, bodyOf, type Way } from "./asking.ts";
import { answeringBy } from "./broken-router.ts";
import { inputsOfProcedures } from "./inputs-of-procedures.ts";
import { EVERYBODY, type Who } from "./people-of-roles.ts";
import { closeInstance, type PeopledInstance, peopledInstance } from "./peopled-instance.ts";
import { PROCEDURE_ROLES } from "./procedure-roles.ts";
import { toldSecrets } from "./shown-secrets.ts";
import type { Spoil } from "./taken-back.ts";

// With it, moderators get as far as the rule that a page be public.
vi.hoisted(() => {
  process.env.PARLEY_FETCH_SOURCES = "on";
});

let instance: PeopledInstance;
let inputs: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  instance = await peopledInstance();
  inputs = inputsOfProcedures(instance);
});
afterAll(() => closeInstance(instance));

const rows = readRoleTable(PROCEDURE_ROLES);
const names = PROCEDURES.map(({ path }) => path);

/** Sessions that take everybody for an admin. */
const everybodyAdmin: Spoil = (client) =>
  new Proxy(client, {
    get(target, name) {
      if (name !== "session") return Reflect.get(target, name);
      return {
        async findUnique(...given: Parameters<typeof target.session.findUnique>) {
          const found = (await target.session.findUnique(...given)) as { person?: { role: string } } | null;
          return found?.person ? { ...found, person: { ...found.person, role: "admin" } } : found;
        },
      };
    },
  });

interface Told extends Answered {
  readonly path: string;
  readonly who: Who;
}

async function answersTo(row: RoleRow, people: readonly Who[], way: Way = {}): Promise<Told[]> {
  const { path, type } = PROCEDURES.find((each) => each.path === row.name) ?? { path: row.name, type: "query" };
  const answers: Told[] = [];
  for (const who of people) {
    const answer = await askAs(instance, who, { path, type, body: bodyOf(inputs[path]) }, way);
    answers.push({ ...answer, path, who });
  }
  return answers;
}

/** What somebody is answered otherwise than the row says: a denial or a success of another status is one, too. */
function otherwiseThan({ statuses, rest }: RoleRow, answers: readonly Told[]): string[] {
  return answers.flatMap(({ path, who, status, rule }) => {
    const expected = statuses[who];
    if (String(status) !== expected) return [`${path} answers ${who} with ${status}, not ${expected}`];
    const isPlain = status === 200 || DENIALS.includes(String(status));
    return isPlain || rest === rule ? [] : [`${path} answers ${who} by the rule ${rule}`];
  });
}

describe("Z1: the table of procedures and roles", () => {
  test("has a row for each procedure of the router, and no other", () => {
    expect(rows.length).toBeGreaterThan(120);
    expect(wrongNames(rows, names)).toEqual([]);
  });

  test("names the row that was forgotten, and the one that nothing answers to", () => {
    const [first, ...rest] = rows;
    expect(wrongNames(rest, names)).toEqual([`${first?.name} is missing`]);
    expect(wrongNames([...rows, { name: "user.promote" }], names)).toEqual(["user.promote does not exist"]);
    const grown = router({ user: router({ promote: procedure.query(() => null) }) });
    const more = [...names, ...proceduresOf(grown).map(({ path }) => path)];
    expect(wrongNames(rows, more)).toEqual(["user.promote is missing"]);
  });

  test("says of everybody how they are answered, and names the rule where it is neither yes nor a denial", () => {
    for (const { name, statuses, rest } of rows) {
      expect([name, Object.keys(statuses)]).toEqual([name, EVERYBODY]);
      const others = Object.values(statuses).filter((status) => status !== "200" && !DENIALS.includes(status));
      expect([name, others.every((status) => ["400", "409"].includes(status))]).toEqual([name, true]);
      expect([name, rest !== ""]).toEqual([name, others.length > 0]);
    }
    const changing = PROCEDURES.filter(({ type }) => type === "mutation").map(({ path }) => path);
    const open = rows.filter(({ name, statuses }) => changing.includes(name) && statuses.anonymous === "200");
    expect(open.map(({ name }) => name)).toEqual(["user.signUp"]);
  });

  test("is what each procedure answers each of them, and no answer holds a hash, an address or a cookie", async () => {
    const [wrong, told]: [string[], string[]] = [[], []];
    for (const row of rows) {
      const answers = await answersTo(row, EVERYBODY);
      wrong.push(...otherwiseThan(row, answers));
      told.push(...answers.flatMap((answer) => toldSecrets(instance, answer)));
    }
    expect(wrong).toEqual([]);
    expect(told).toEqual([]);
    console.log(`Z1: ${rows.length} procedures, ${rows.length * EVERYBODY.length} answers as the table says`);
  });

  test("does not hold where every session is taken for an admin's, and that is seen", async () => {
    const closed = rows.filter(({ name }) => ["audit.list", "user.people", "question.drafts"].includes(name));
    for (const row of closed) {
      const answers = await answersTo(row, ["member"], { spoil: everybodyAdmin });
      expect(otherwiseThan(row, answers)).toEqual([`${row.name} answers member with 200, not 403`]);
    }
    expect(closed).toHaveLength(3);
  });

  test("does not hold where a procedure asks nobody who they are, and that is seen", async () => {
    const audit = router({ list: procedure.query(({ ctx }) => ctx.db.user.findMany()) });
    const row = rows.find(({ name }) => name === "audit.list") as RoleRow;
    const answers = await answersTo(row, ["anonymous"], { answer: answeringBy(router({ audit })) });
    expect(otherwiseThan(row, answers)).toEqual(["audit.list answers anonymous with 200, not 401"]);
    expect(answers.flatMap((answer) => toldSecrets(instance, answer))).toEqual([
      "audit.list tells anonymous a hash",
      "audit.list tells anonymous an e-mail address",
    ]);
  });
});
