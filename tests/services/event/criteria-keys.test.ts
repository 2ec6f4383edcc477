import { afterAll, beforeAll, expect, test } from "vitest";
import type { BinaryCriteria, Criteria, Match } from "#core/criteria/criteria.ts";
import { criteriaKeys, eventKeys } from "#core/criteria/touched-by.ts";
import type { Database } from "#db/client.ts";
import { testDatabase } from "#tests/support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const frame: Omit<BinaryCriteria, "rule"> = {
  window: { from: 0, until: 9, zone: "UTC" },
  minimumSourceGroups: 1,
  settlementLagHours: 0,
};
const occurs = (match: Match) => ({ kind: "occurs" as const, match });

async function storedKeys(criteria: Criteria): Promise<string[]> {
  const [row] = await database.run("SELECT criteria_keys($1::jsonb) AS keys", [JSON.stringify(criteria)]);
  return (row as { keys: string[] }).keys.toSorted();
}

test.each<[string, Criteria]>([
  ["a date with an open match", { ...frame, first: { types: [] } }],
  [
    "two types with actors that must all be there",
    { ...frame, first: { types: ["AID", "CONSULT.visit"], actors: { all: ["IRN", "USA"] } } },
  ],
  [
    "a number whose actors are only excluded",
    { ...frame, measure: "count", match: { types: ["AID"], actors: { any: [], none: ["IRN"] } } },
  ],
  [
    "a rule within rules, with roles and places",
    {
      ...frame,
      rule: {
        kind: "any",
        rules: [
          occurs({ types: ["AID"], places: { any: ["OMN", " Muscat"] } }),
          { kind: "not", rule: occurs({ types: [], roles: { initiator: ["IRN", "USA"], recipient: ["OMN"] } }) },
        ],
      },
    },
  ],
  [
    "options with sequences",
    {
      ...frame,
      otherwise: "b",
      options: [
        {
          optionId: "a",
          rule: { kind: "sequence", rules: [occurs({ types: ["AID"], actors: { any: ["IRN", "USA"] } })] },
        },
      ],
    },
  ],
])("the database finds %s by the keys that core gives it", async (_, criteria) => {
  expect(await storedKeys(criteria)).toEqual(criteriaKeys(criteria));
});

test("a place in other letters than ASCII is found by a key that every event has", async () => {
  const criteria = { ...frame, first: { types: ["AID"], places: { any: ["Ṣanʿāʾ"] } } };
  expect(await storedKeys(criteria)).toEqual(["AID|"]);
  expect(eventKeys({ type: "AID.food", actors: [], country: null, placeName: "ṢANʿĀʾ" })).toContain("AID|");
});
