import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BoardStanding,
  EMPTY_STANDING,
  standingOfQuestion,
  sumOfStandings,
} from "#core/ranking/board-standing.ts";
import { medalOfRank } from "#core/ranking/medal-of-rank.ts";

const points = fc.double({ min: -700, max: 700, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const standing = fc
  .record({
    peer: points,
    peerCoverage: share,
    brier: share,
    baseline: points,
    relativeBrier: fc.double({ min: -1, max: 1, noNaN: true }),
    spotPeer: fc.option(points),
  })
  .map((scores) => standingOfQuestion(scores));

test("taking a question back leaves the standing it was added to, bit for bit", () => {
  fc.assert(
    fc.property(standing, standing, (kept, added) => {
      expect(sumOfStandings(sumOfStandings(kept, added), added, -1)).toEqual(kept);
    }),
  );
});

test("questions resolved in any order give the same standing", () => {
  fc.assert(
    fc.property(fc.array(standing), (questions) => {
      const sum = (rows: BoardStanding[]) => rows.reduce((total, row) => sumOfStandings(total, row), EMPTY_STANDING);
      expect(sum([...questions].reverse())).toEqual(sum(questions));
    }),
  );
});

test("a score that is no number has no standing", () => {
  const scores = { peer: Number.NaN, peerCoverage: 1, brier: 0, baseline: 0, relativeBrier: 0, spotPeer: null };
  expect(() => standingOfQuestion(scores)).toThrow("whole billionths");
});

test("the last bronze of a thousand is the fiftieth, and a lone entrant has gold", () => {
  expect([1, 10, 11, 20, 21, 50, 51].map((rank) => medalOfRank(rank, 1000))).toEqual([
    "gold",
    "gold",
    "silver",
    "silver",
    "bronze",
    "bronze",
    null,
  ]);
  expect(medalOfRank(1, 1)).toBe("gold");
});
