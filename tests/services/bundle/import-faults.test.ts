import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { scoreBundle } from "#services/bundle/score-bundle.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";
import { BUNDLE_FAULTS } from "#tests/support/bundle-faults.ts";
import { bytesOf, faultsOf } from "#tests/support/shown-faults.ts";
import { changed, smallBundle } from "#tests/support/small-bundle.ts";
import { ndjsonOf } from "#tests/support/whole-bundle.ts";

const fileOf = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url));

describe("a bundle that a person would send is refused by place", () => {
  test("and nothing is wrong with the one that the others are made of", () => {
    expect(faultsOf(bytesOf(smallBundle()))).toEqual([]);
    expect(faultsOf(ndjsonOf(smallBundle()))).toEqual([]);
    expect(scoreBundle(bytesOf(smallBundle())).scores.length).toBeGreaterThan(10);
  });

  test.each([
    ["bundle-date-feb30.json", ['questions[0].resolution.outcome: "2026-02-30" is no answer']],
    ["bundle-range-reversed.json", ["questions[0].range.max: The range ends at 0, which is not above 100"]],
    ["bundle-outcome-outside.json", ["questions[0].resolution.outcome: 500 lies above the range"]],
    [
      "bundle-future.json",
      ["questions[0].resolution.knownAt: 2027-06-01T00:00:00.000Z lies after now", "forecasts[0].madeAt: 2027-01-01"],
    ],
  ])("%s", (name, expected) => {
    const faults = faultsOf(fileOf(name));
    expect(faults.length).toBe(expected.length);
    for (const [i, text] of expected.entries()) expect(faults[i]).toContain(text);
  });

  test.each(["bundle-date-feb30.json", "bundle-range-reversed.json", "bundle-outcome-outside.json"])(
    "%s is not scored either",
    (name) => {
      expect(() => scoreBundle(fileOf(name))).toThrow(
        brokenRule("import_must_be_readable", {
          faults: expect.arrayContaining([expect.stringMatching(/^questions\[0\]\.(range|resolution)/)]),
        }),
      );
    },
  );

  test("all that is wrong is told at once, in the order of the file, whatever is wrong with the rest of a record", () => {
    const bundle = smallBundle();
    for (const [place, value] of [
      ["questions[0].title", 5],
      ["questions[1].options", ["a", "a"]],
      ["questions[2].range.zeroPoint", 50],
      ["questions[3].range.min", "2026-02-30"],
      ["forecasters[1].id", "a"],
      ["forecasts[1].endedAt", "2027-01-05T00:00:00Z"],
      ["forecasts[3].cdf[7]", 0],
      ["events[0].occurredFrom", "soon"],
      ["comments[0].madeAt", "2026-01-02T00:00:01Z"],
      ["trades[0].costMicros", "1"],
    ] as const)
      changed(place, value, bundle);
    expect(faultsOf(bytesOf(bundle)).map((line) => line.split(":")[0])).toEqual([
      "questions[0].title",
      "questions[1].options[1]",
      "questions[1].resolution.outcome",
      "questions[2].range.zeroPoint",
      "questions[3].range.min",
      "forecasters[1].id",
      "forecasts[1].forecasterId",
      "forecasts[1].endedAt",
      "forecasts[3].cdf.7",
      "forecasts[4].forecasterId",
      "events[0].occurredFrom",
      "comments[0].madeAt",
    ]);
  });
});

describe("an import names the member that is wrong", () => {
  test.each(BUNDLE_FAULTS)("%s → %j", (place, value, named, said) => {
    const faults = faultsOf(bytesOf(changed(place, value)));
    const own = faults.filter((line) => line.startsWith(`${named}: `));
    expect(own.join("\n"), faults.join("\n")).toMatch(said);
  });

  test("by its line in a file of one record a line", () => {
    const bundle = changed("questions[2].range.max", -1) as BundleText;
    const lines = ndjsonOf(bundle).toString().split("\n");
    const number = lines.findIndex((line) => line.includes('"many"') && line.includes('"question"')) + 1;
    expect(faultsOf(ndjsonOf(bundle))).toEqual([
      `line ${number}: range.max: The range ends at -1, which is not above 0, where it begins.`,
    ]);
  });
});
