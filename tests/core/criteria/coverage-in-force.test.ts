import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageGaps, coverageInForce } from "#core/criteria/coverage-in-force.ts";
import { typeMatches } from "#core/event/type-matches.ts";
import { windowContains } from "#core/time/time-window.ts";
import { times } from "#tests/support/chance.ts";
import { coverages } from "./arbitraries.ts";
import { coverage, day, START, UNTIL } from "./muscat.ts";

const window = { from: START, until: UNTIL };

test("a day is a gap exactly when some type that would count is covered by no statement that stands", () => {
  const types = fc.subarray(["CONSULT", "CONSULT.visit", "AGREE"], { minLength: 1 });
  fc.assert(
    fc.property(types, coverages, fc.integer({ min: 0, max: 59 }), (asked, statements, count) => {
      const inForce = coverageInForce(statements, day(90));
      const gaps = coverageGaps({ types: asked }, window, inForce);
      const covered = asked.every((type) =>
        inForce.some(
          ({ types, actors, coversFrom, coversUntil }) =>
            actors.length === 0 &&
            (types.length === 0 || types.some((prefix) => typeMatches(prefix, type))) &&
            windowContains({ from: coversFrom, until: coversUntil }, day(count)),
        ),
      );
      expect(gaps.some((gap) => windowContains(gap, day(count)))).toBe(!covered);
    }),
    { numRuns: times(500) },
  );
});

test("gaps are in order, do not touch, and lie in the window", () => {
  fc.assert(
    fc.property(coverages, (statements) => {
      const gaps = coverageGaps({ types: ["AGREE"] }, window, coverageInForce(statements, day(90)));
      gaps.forEach((gap, index) => {
        expect(gap.from).toBeLessThan(gap.until);
        expect(gap.from).toBeGreaterThanOrEqual(gaps[index - 1] ? (gaps[index - 1]?.until ?? 0) + 1 : START);
        expect(gap.until).toBeLessThanOrEqual(UNTIL);
      });
    }),
  );
});

test("a chain of replacements leaves only its last statement", () => {
  const chain = [
    coverage("a", { signedAt: day(61) }),
    coverage("b", { signedAt: day(62), supersedesId: "a" }),
    coverage("c", { signedAt: day(63), supersedesId: "b" }),
  ];
  expect(coverageInForce(chain, day(64)).map(({ id }) => id)).toEqual(["c"]);
  expect(coverageInForce(chain, day(62)).map(({ id }) => id)).toEqual(["b"]);
  expect(coverageInForce(chain, day(60))).toEqual([]);
});

test("one statement for each of two actors covers what needs either of them", () => {
  const match = { types: ["AID"], actors: { any: ["IRN", "OMN"] } };
  const each = [coverage("a", { actors: ["IRN"] }), coverage("b", { actors: ["OMN"] })];
  expect(coverageGaps(match, window, coverageInForce(each, day(90)))).toEqual([]);
});
