import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criteriaScope } from "#core/criteria/criteria-scope.ts";
import { criteriaIndex, criteriaKeys, mayTouch, touchedBy } from "#core/criteria/touched-by.ts";
import { typeMatches } from "#core/event/type-matches.ts";
import { windowsOverlap } from "#core/time/time-window.ts";
import { criteria, events } from "./arbitraries.ts";
import { agreement, binary, day, event, frame, occurs, release, START, visit } from "./muscat.ts";

const entries = [
  { id: "visit", criteria: binary(occurs(visit)) },
  { id: "any-talks-in-oman", criteria: { ...frame, first: { types: ["CONSULT"], places: { any: ["OMN"] } } } },
  { id: "talks-of-qatar", criteria: binary(occurs({ types: ["CONSULT"], actors: { any: ["QAT"] } })) },
  { id: "mediated-by-oman", criteria: binary(occurs({ types: [], roles: { mediator: ["OMN"] } })) },
  { id: "agreement", criteria: binary(occurs(agreement)) },
];
const index = criteriaIndex(entries);

describe("logging an event", () => {
  test("touches only the questions it can touch", () => {
    expect(touchedBy(index, event("v", day(3)))).toEqual(["any-talks-in-oman", "mediated-by-oman", "visit"]);
    expect(touchedBy(index, event("a", day(3), { type: "AGREE", actors: [] }))).toEqual(["agreement"]);
    expect(touchedBy(index, event("p", day(3), { type: "PROTEST", actors: [] }))).toEqual([]);
  });

  test("that moved from one place to another touches the questions of both revisions", () => {
    const before = event("v", day(3), { actors: [] });
    const after = { ...before, country: "CHE", placeName: "Geneva" };
    expect(touchedBy(index, before)).toEqual(["any-talks-in-oman"]);
    expect(touchedBy(index, after)).toEqual([]);
  });

  test("outside the window cannot touch criteria, though it shares their key", () => {
    expect(mayTouch(binary(occurs(visit)), event("v", START - 1))).toBe(false);
    expect(mayTouch(binary(occurs(visit)), event("v", START))).toBe(true);
  });
});

test("the keys of a match with several types and actors are every pair of them, and no more", () => {
  const match = { types: ["AID", "AGREE"], actors: { any: ["IRN", "OMN"] }, roles: { initiator: ["USA"] } };
  expect(criteriaKeys(binary(occurs(match)))).toEqual(["AGREE|USA", "AID|USA"]);
  expect(criteriaKeys(binary(occurs({ types: ["AID", "AGREE"], actors: { any: ["IRN", "OMN"] } })))).toEqual([
    "AGREE|IRN",
    "AGREE|OMN",
    "AID|IRN",
    "AID|OMN",
  ]);
  expect(criteriaKeys(binary(occurs(release)))).toEqual(["RETREAT.release|"]);
});

test("every event that may touch criteria lies in their scope", () => {
  fc.assert(
    fc.property(criteria, events, (asked, logged) => {
      fc.pre(mayTouch(asked, logged));
      const { types, ...window } = criteriaScope(asked);
      expect(types.length === 0 || types.some((prefix) => typeMatches(prefix, logged.type))).toBe(true);
      expect(windowsOverlap(window, { from: logged.occurredFrom, until: logged.occurredUntil })).toBe(true);
    }),
  );
});

test("the scope of criteria that take any type has no types", () => {
  expect(criteriaScope(binary(occurs({ types: [] }))).types).toEqual([]);
});
