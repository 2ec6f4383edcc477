import fc from "fast-check";
import { expect, test } from "vitest";
import { type WordRun, wordRuns } from "#app/_criteria/word-runs.ts";
import { countedWork } from "#tests/support/counted-work.ts";

const texts = fc
  .array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(" "));
const without = (runs: WordRun[], kind: WordRun["kind"]) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join(" ");

test("without what came the earlier text is left, and without what went the later", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const runs = wordRuns(before, after);
      expect([without(runs, "come"), without(runs, "gone")]).toEqual([before, after]);
    }),
  );
});

test("words that stand on both sides in the same order are kept", () => {
  expect(wordRuns("Yes if there is an agreement in Oman.", "Yes if there is a lasting agreement in Qatar.")).toEqual([
    { kind: "same", text: "Yes if there is" },
    { kind: "gone", text: "an" },
    { kind: "come", text: "a lasting" },
    { kind: "same", text: "agreement in" },
    { kind: "gone", text: "Oman." },
    { kind: "come", text: "Qatar." },
  ]);
});

test("long texts that have nothing in common are compared in time with their length", async () => {
  const words = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`).join(" ");
  const compare = (count: number) => () => wordRuns(words("a", count), words("b", count));
  const once = await countedWork(/\/diff\/|word-runs/, compare(2000));
  expect(once).toBeGreaterThan(1000);
  expect(await countedWork(/\/diff\/|word-runs/, compare(16_000))).toBeLessThan(20 * once);
  expect(wordRuns(words("a", 2000), words("b", 2000)).map(({ kind }) => kind)).toEqual(["gone", "come"]);
});
