import { describe, expect, test } from "vitest";
import type { Rule } from "#core/criteria/criteria.ts";
import { criteriaSentence, windowPhrase } from "#core/criteria/criteria-sentence.ts";
import { matchPhrase } from "#core/criteria/match-phrase.ts";
import { ruleClause } from "#core/criteria/rule-clause.ts";
import { zonedInstant } from "#core/time/zoned-instant.ts";
import { agreement, all, any, binary, frame, not, occurs, release, sequence, visit } from "./muscat.ts";

describe("the sentence of criteria", () => {
  test("states what, who, where, the window with its zone, the sources, and when absence decides", () => {
    expect(criteriaSentence(binary(occurs(visit), { minimumSourceGroups: 2, minimumTier: "agency" }))).toBe(
      "Yes if, from 6 February 2026, 00:00, until 7 April 2026, 00:00, Muscat time (UTC+4), there is a consultation " +
        "(visit to the host) involving Iran and the United States in Oman. An event counts when 2 independent sources " +
        "of tier “agency” or better report it. Otherwise No: once the window has ended, 48 hours have passed for late " +
        "reports, and the log is signed complete for the window.",
    );
  });

  test("names the options of a multiple-choice question by their labels, in order", () => {
    const options = [
      { optionId: "1", rule: occurs(agreement) },
      { optionId: "2", rule: occurs(release, 2) },
    ];
    const labels = new Map([
      ["1", "Narrow package"],
      ["3", "Freeze"],
    ]);
    expect(criteriaSentence({ ...frame, options, otherwise: "3" }, labels)).toContain(
      ": “Narrow package” if there is an agreement; “2” if there are at least 2 retreats (release of captives). " +
        "An event counts when one source reports it. Otherwise “Freeze”: once",
    );
  });

  test("of a measure says what is measured", () => {
    expect(criteriaSentence({ ...frame, measure: "sum", match: release })).toMatch(
      /^The sum of the magnitudes of all retreats \(release of captives\), from 6 February 2026/,
    );
  });

  test("of a date says which event is the first", () => {
    expect(criteriaSentence({ ...frame, first: visit })).toMatch(
      /^The date of the first such event, .*: a consultation/,
    );
  });

  test("states both offsets when the clocks change within the window", () => {
    const zone = "Europe/Vienna";
    const window = { from: zonedInstant("2026-03-01", zone), until: zonedInstant("2026-04-01", zone), zone };
    expect(windowPhrase(window)).toBe(
      "from 1 March 2026, 00:00 Vienna time (UTC+1), until 1 April 2026, 00:00, Vienna time (UTC+2)",
    );
  });
});

const clauses: [string, Rule, string][] = [
  [
    "and",
    all(occurs(agreement), occurs(release)),
    "there is an agreement and there is a retreat (release of captives)",
  ],
  [
    "or",
    any(occurs(agreement), occurs(release)),
    "either there is an agreement or there is a retreat (release of captives)",
  ],
  ["none", not(occurs({ types: ["AGREE", "AID"] })), "there is no agreement or delivery of aid"],
  ["fewer", not(occurs(agreement, 3)), "there are fewer than 3 agreements"],
  [
    "nested",
    all(any(occurs(agreement), occurs({ types: ["AID"] })), not(all(occurs(release), occurs(agreement)))),
    "(either there is an agreement or there is a delivery of aid) and (it is not so that (there is a retreat (release of captives) and there is an agreement))",
  ],
  [
    "sequence",
    sequence([occurs(agreement), occurs(release)], 30),
    "first there is an agreement, then there is a retreat (release of captives), all within 30 days",
  ],
];
test.each(clauses)("a rule keeps its borders in English: %s", (_name, rule, words) => {
  expect(ruleClause(rule)).toBe(words);
});

test("a match in words leaves out nothing that it asks for", () => {
  const match = {
    types: ["AGREE", "CONSULT.envoy-return"],
    actors: { all: ["IRN"], any: ["USA", "OMN"], none: ["ISR"] },
    roles: { initiator: ["IRNGOV"], recipient: ["USA"], mediator: ["OMN"] },
    places: { any: ["OMN", "Geneva"], none: ["ISR"] },
    tags: ["nuclear"],
    magnitude: { min: 3, max: 9, unit: "people" },
  };
  expect(matchPhrase(match, "one")).toBe(
    "an agreement or a consultation (envoy return) involving Iran involving the United States or Oman without Israel " +
      "begun by Iran (government) directed at the United States mediated by Oman in Oman or Geneva outside Israel " +
      "tagged “nuclear” of 3 to 9 people",
  );
});
