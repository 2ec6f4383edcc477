import { expect, test } from "vitest";
import { comparisonWords, pText } from "#app/_scores/comparison-words.ts";

const compared = { label: "All time", one: "Ada", other: "Ben", questions: 40, least: 30, meanDifference: -4.25 };
const test90 = { lower: -8, upper: -1, pairs: 10 };

test("the one who is ahead is named first, whichever way round was asked", () => {
  const words = comparisonWords({ ...compared, test: { ...test90, pValue: 0.001, adjustedP: 0.01 } });
  expect(words).toMatch(/^Ben earned 4\.3 Peer points a question more than Ada on the 40 questions/);
  expect(words).toContain("Luck alone would hardly");
});

test("the crowd begins small within a sentence", () => {
  const words = comparisonWords({ ...compared, other: "The crowd", meanDifference: 2, test: null });
  expect(words).toMatch(/^Ada earned 2\.0 Peer points a question more than the crowd/);
});

test("what is clear alone but not among many is said to be so", () => {
  const words = comparisonWords({ ...compared, test: { ...test90, pValue: 0.04, adjustedP: 0.4 } });
  expect(words).toContain("among the 10 pairs compared here");
  expect(comparisonWords({ ...compared, test: { ...test90, pValue: 0.4, adjustedP: 0.4 } })).toContain("could well");
});

test("too few common questions give no verdict, and none gives no number", () => {
  expect(comparisonWords({ ...compared, questions: 3, test: null })).toContain("fewer than 30");
  expect(comparisonWords({ ...compared, questions: 0, meanDifference: null, test: null })).toContain(
    "no question in common",
  );
});

test("a p-value promises no more digits than the draws give", () => {
  expect([pText(0.0009), pText(0.001), pText(0.25)]).toEqual(["<0.001", "0.001", "0.250"]);
});
