import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRoleTable } from "#tests/support/role-table.ts";
import { PROCEDURES, type Procedure } from "./api-procedures.ts";
import { askAs, bodyOf, type Way } from "./asking.ts";
import { inputsOfProcedures } from "./inputs-of-procedures.ts";
import { type Person, secretsOf, type Who } from "./people-of-roles.ts";
import { closeInstance, type PeopledInstance, peopledInstance } from "./peopled-instance.ts";
import { PROCEDURE_ROLES } from "./procedure-roles.ts";
import { toldSecrets } from "./shown-secrets.ts";
import { placesIn, swappedInputs } from "./swapped-ids.ts";
import type { Spoil } from "./taken-back.ts";
import { changesOf, idsOfThings, ownerColumns, rowsOfPerson } from "./things-of-person.ts";

let instance: PeopledInstance;
let inputs: Readonly<Record<string, unknown>>;
let columns: Awaited<ReturnType<typeof ownerColumns>>;
beforeAll(async () => {
  instance = await peopledInstance();
  inputs = inputsOfProcedures(instance);
  columns = await ownerColumns(instance.database);
});
afterAll(() => closeInstance(instance));

interface Swap {
  /** Who asks, and whose things they name. */
  readonly by: Who;
  readonly of: "owner" | "other" | "author";
}

/** What a moderator has for themselves beside what members have: drafts, by their identifiers and addresses. */
const draftNames = () => Object.values(instance.things.drafts).flatMap(({ id, slug }) => [id, slug]);

/** What somebody learns of another's things, or does to them, by naming them wherever an identifier may be named. */
async function reach({ by, of }: Swap, procedures: readonly Procedure[], way: Way = {}) {
  const { prisma } = instance.database;
  const victim: Person = instance.people[of];
  const { id } = victim.actor;
  const ids = of === "author" ? draftNames() : [...(await idsOfThings(prisma, columns, id)), id];
  const before = await rowsOfPerson(prisma, columns, id);
  const faults: string[] = [];
  let asked = 0;
  for (const procedure of procedures) {
    const { path, type } = procedure;
    for (const { told, given } of swappedInputs(procedure, inputs[path], ids)) {
      const asking = { path, type, body: bodyOf(given) };
      const answer = await askAs(instance, by, asking, way, (client) => rowsOfPerson(client, columns, id));
      asked++;
      const read = secretsOf(of).filter((secret) => answer.text.includes(secret));
      const leaks = toldSecrets(instance, { ...answer, path, who: by });
      const changes = changesOf(before, answer.seen ?? []);
      if (answer.status >= 500) faults.push(`${told}: ${by} is answered with ${answer.status}`);
      faults.push(...[...read, ...leaks].map((what) => `${told}: ${by} reads ${what}`));
      faults.push(...changes.map((what) => `${told}: ${by} changes ${what.slice(0, 120)}`));
    }
  }
  return { faults, asked, ids };
}

const rows = readRoleTable(PROCEDURE_ROLES);
/** What answers those who are not signed in at all. */
const openToAll = PROCEDURES.filter(({ path }) =>
  rows.some(({ name, statuses }) => name === path && statuses.anonymous !== "401"),
);
const only = (...paths: string[]) => PROCEDURES.filter(({ path }) => paths.includes(path));

/** Orders are found by their id alone, whoever placed them. */
const forgettingOwner: Spoil = (client) =>
  new Proxy(client, {
    get(target, name) {
      if (name !== "limitOrder") return Reflect.get(target, name);
      const findFirst = ({ where: { id }, ...rest }: { where: { id: string } }) =>
        target.limitOrder.findFirst({ ...rest, where: { id } });
      return new Proxy(target.limitOrder, {
        get: (orders, called) => (called === "findFirst" ? findFirst : Reflect.get(orders, called)),
      });
    },
  });

describe("Z2: somebody who names another's things", () => {
  test("finds an identifier in each place of an input whose schema takes nothing else", () => {
    const places = (path: string) =>
      only(path).flatMap((each) => placesIn(each, inputs[path]).map(({ place }) => place.join(".")));
    expect(places("event.merge")).toEqual(["eventId", "intoId"]);
    expect(places("resolution.propose")).toEqual(["questionId", "evidenceIds.0", "coverageIds.0"]);
    expect(places("question.bySlug")).toEqual(["slug"]);
    expect(places("seal.proof")).toEqual(["recordId"]);
    expect(places("coverage.sign")).toEqual(["topicId", "supersedesId"]);
    const without = PROCEDURES.filter(({ path, type }) => type === "mutation" && places(path).length === 0);
    expect(without.map(({ path }) => path)).toEqual([
      ...["ledger.setSettings", "notice.read", "resolution.setSettings", "sourcePage.fetch"],
      ...["user.changePassword", "user.endSessions"],
    ]);
  });

  test.each<Swap>([
    { by: "other", of: "owner" },
    { by: "owner", of: "other" },
    { by: "other", of: "author" },
    { by: "anonymous", of: "author" },
  ])("reads nothing of them and changes nothing: $by of the $of", async (swap) => {
    const { faults, asked, ids } = await reach(swap, swap.by === "anonymous" ? openToAll : PROCEDURES);
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(100);
    console.log(`Z2: ${asked} inputs by ${swap.by}, ${ids.length} things of the ${swap.of}, 0 reads, 0 changes`);
  });

  test("reads a draft where the service shows drafts to everybody, and that is seen", async () => {
    const spoil: Spoil = (client) =>
      new Proxy(client, {
        get(target, name) {
          if (name !== "question") return Reflect.get(target, name);
          const findFirst = ({ where: { slug }, ...rest }: { where: { slug: string } }) =>
            target.question.findFirst({ ...rest, where: { slug } } as never);
          return { findFirst };
        },
      });
    const { faults } = await reach({ by: "anonymous", of: "author" }, only("question.bySlug"), { spoil });
    expect(faults.filter((fault) => fault.endsWith("anonymous reads only-for-author"))).toHaveLength(2);
  });

  test("cancels another's order where the service forgets whose it is, and that is seen", async () => {
    const swap: Swap = { by: "other", of: "owner" };
    const { faults } = await reach(swap, only("market.cancelOrder"), { spoil: forgettingOwner });
    expect(
      faults.some((fault) => /^market\.cancelOrder with orderId = .* changes no longer: limit_orders/.test(fault)),
    ).toBe(true);
  });
});
