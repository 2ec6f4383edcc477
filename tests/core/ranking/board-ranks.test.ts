import fc from "fast-check";
import { expect, test } from "vitest";
import { boardRanks } from "#core/ranking/board-ranks.ts";
import { isProvisional } from "#core/ranking/is-provisional.ts";
import { shrunkPeer } from "#core/ranking/shrunk-peer.ts";

test("a reference line takes the rank it would have and moves nobody down", () => {
  const entries = [{ score: 100 }, { score: 90, isReference: true }, { score: 80 }, { score: 80 }, { score: 1 }];
  expect(boardRanks(entries)).toEqual([1, 2, 2, 2, 4]);
});

test("a rank is one more than the number of people strictly ahead, in any order of entries", () => {
  const entry = fc.record({ score: fc.integer({ min: -5, max: 5 }), isReference: fc.boolean() });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const ahead = ({ score }: { score: number }) => entries.filter((e) => !e.isReference && e.score > score).length;
      expect(boardRanks(entries)).toEqual(entries.map((e) => 1 + ahead(e)));
    }),
  );
});

test("more evidence of the same positive quality rates higher, and never above the plain mean", () => {
  const quality = fc.double({ min: 0.1, max: 600, noNaN: true });
  const coverage = fc.double({ min: 0.01, max: 1000, noNaN: true });
  fc.assert(
    fc.property(quality, coverage, coverage, (mean, some, more) => {
      const fewer = shrunkPeer(mean * some, some);
      expect(shrunkPeer(mean * (some + more), some + more)).toBeGreaterThan(fewer);
      expect(fewer).toBeLessThan(mean);
    }),
  );
});

test("nine questions, or less than five units of coverage, are provisional", () => {
  expect(isProvisional({ resolvedQuestions: 9, coverage: 9 })).toBe(true);
  expect(isProvisional({ resolvedQuestions: 40, coverage: 4.999 })).toBe(true);
  expect(isProvisional({ resolvedQuestions: 10, coverage: 5 })).toBe(false);
});

test("negative coverage is refused", () => expect(() => shrunkPeer(1, -1)).toThrow("coverage that is not negative"));
