import { describe, expect, test } from "vitest";
import type { RuleCode } from "#core/errors.ts";
import { outcomeFits } from "#core/resolution/outcome-fits.ts";
import { ensureProposalStands, type Proposal } from "#core/resolution/proposal-rules.ts";
import { isVoidReason, VOID_REASONS, voidEndsQuestion } from "#core/resolution/void-reasons.ts";

const question = { type: "binary", optionIds: [], range: null, forecasts: 3 } as const;
const range = { min: 0, max: 20, zeroPoint: null, openLower: false, openUpper: true, unit: "visits" };
const proposal: Proposal = {
  outcome: "yes",
  voidReason: null,
  effectiveAt: 10,
  knownAt: 20,
  note: "The foreign ministry announced it.",
  evidenceIds: ["event"],
  coverageIds: [],
  proposer: "person",
};
const withdrawal = { outcome: null, voidReason: "withdrawn_before_forecasts", evidenceIds: [] };

const refused: [string, Partial<Proposal>, RuleCode][] = [
  ["an outcome without evidence", { evidenceIds: [] }, "resolution_must_cite_evidence"],
  [
    "an outcome without evidence, by the engine",
    { evidenceIds: [], proposer: "engine" },
    "resolution_must_cite_evidence",
  ],
  ["an outcome and a void at once", { voidReason: "source_gone" }, "resolution_must_have_outcome_or_reason"],
  ["neither outcome nor void", { outcome: null }, "resolution_must_have_outcome_or_reason"],
  ["an outcome the question cannot have", { outcome: "maybe" }, "outcome_must_fit_question"],
  ["a void for an unknown reason", { outcome: null, voidReason: "because" }, "void_reason_must_be_known"],
  ["a withdrawal after the first forecast", withdrawal, "void_before_forecasts_must_have_none"],
  ["a person's word without a note", { note: " " }, "resolution_must_carry_note"],
  ["E after K", { effectiveAt: 21 }, "effective_time_must_not_follow_known_time"],
  ["K after now", { knownAt: 31 }, "known_time_must_not_be_in_future"],
];
describe("a proposal may not be", () => {
  test.each(refused)("%s", (_title, changes, code) => {
    expect(() => ensureProposalStands({ ...proposal, ...changes }, question, 30)).toThrowError(
      expect.objectContaining({ code }),
    );
  });
});

describe("a proposal may be", () => {
  test.each<[string, Partial<Proposal>]>([
    ["an outcome with an event", {}],
    ["a No by absence, resting on coverage", { outcome: "no", evidenceIds: [], coverageIds: ["coverage"] }],
    ["the engine's, without a note", { note: "", proposer: "engine" }],
    ["a void with a reason and a note", { outcome: null, voidReason: "coverage_gap", evidenceIds: [] }],
    ["known at this instant", { effectiveAt: 30, knownAt: 30 }],
  ])("%s", (_title, changes) => {
    expect(() => ensureProposalStands({ ...proposal, ...changes }, question, 30)).not.toThrow();
  });

  test("a withdrawal while nobody has forecast", () => {
    expect(() => ensureProposalStands({ ...proposal, ...withdrawal }, { ...question, forecasts: 0 }, 30)).not.toThrow();
  });
});

test.each<["numeric" | "date", string, boolean]>([
  ["numeric", "0", true],
  ["numeric", "-0.5", false],
  ["numeric", "below", false],
  ["numeric", "21", true],
  ["numeric", "above", true],
  ["date", "1969-12-31T23:59:59.999Z", false],
  ["date", "1970-01-01T00:00:00Z", true],
])("an answer to a %s question that lies beyond a closed end is refused: %s", (type, outcome, stands) => {
  const propose = () => ensureProposalStands({ ...proposal, outcome }, { ...question, type, range }, 30);
  if (stands) expect(propose).not.toThrow();
  else expect(propose).toThrowError(expect.objectContaining({ code: "outcome_must_lie_in_range", field: "outcome" }));
});

test.each([
  ["no", "binary", true],
  ["true", "binary", false],
  ["a", "multiple_choice", true],
  ["yes", "multiple_choice", false],
  ["-3.5", "numeric", true],
  ["above", "numeric", true],
  ["", "numeric", false],
  ["NaN", "numeric", false],
  ["Infinity", "numeric", false],
  ["2026-04-07T19:59:00.000Z", "date", true],
  ["2026-13-07T19:59:00Z", "date", false],
  ["below", "date", true],
  ["2026-04-07", "date", false],
] as const)("the outcome “%s” of a %s question fits: %s", (outcome, type, fits) => {
  expect(outcomeFits(outcome, { type, optionIds: ["a", "b"] })).toBe(fits);
});

test("every reason for a void but “too early” ends the question", () => {
  expect(VOID_REASONS.filter(({ code }) => !voidEndsQuestion(code)).map(({ code }) => code)).toEqual(["too_early"]);
  expect(VOID_REASONS.every(({ code }) => isVoidReason(code))).toBe(true);
});
