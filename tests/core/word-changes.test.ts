import fc from "fast-check";
import { expect, test } from "vitest";
import { type WordRun, wordChanges } from "#core/word-changes.ts";

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
      const runs = wordChanges(before, after);
      expect([without(runs, "come"), without(runs, "gone")]).toEqual([before, after]);
    }),
  );
});

test("words that stand on both sides in the same order are kept", () => {
  expect(wordChanges("Yes if there is an agreement in Oman.", "Yes if there is a lasting agreement in Qatar.")).toEqual(
    [
      { kind: "same", text: "Yes if there is" },
      { kind: "gone", text: "an" },
      { kind: "come", text: "a lasting" },
      { kind: "same", text: "agreement in" },
      { kind: "gone", text: "Oman." },
      { kind: "come", text: "Qatar." },
    ],
  );
});
