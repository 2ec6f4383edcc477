import fc from "fast-check";
import { expect, test } from "vitest";
import { type BoardEntry, EMPTY_ENTRY, entryOfQuestion, sumOfEntries } from "#core/ranking/board-entry.ts";
import { medalOfRank } from "#core/ranking/medal-of-rank.ts";

const points = fc.double({ min: -700, max: 700, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const entry = fc
  .record({
    peer: points,
    peerCoverage: share,
    brier: share,
    baseline: points,
    relativeBrier: fc.double({ min: -1, max: 1, noNaN: true }),
    spotPeer: fc.option(points),
  })
  .map((scores) => entryOfQuestion(scores));

test("taking a question back leaves the entry it was added to, bit for bit", () => {
  fc.assert(
    fc.property(entry, entry, (kept, added) => {
      expect(sumOfEntries(sumOfEntries(kept, added), added, -1)).toEqual(kept);
    }),
  );
});

test("questions resolved in any order give the same entry", () => {
  fc.assert(
    fc.property(fc.array(entry), (questions) => {
      const sum = (rows: BoardEntry[]) => rows.reduce((total, row) => sumOfEntries(total, row), EMPTY_ENTRY);
      expect(sum([...questions].reverse())).toEqual(sum(questions));
    }),
  );
});

test("a score that is no number has no entry", () => {
  const scores = { peer: Number.NaN, peerCoverage: 1, brier: 0, baseline: 0, relativeBrier: 0, spotPeer: null };
  expect(() => entryOfQuestion(scores)).toThrow("whole billionths");
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
