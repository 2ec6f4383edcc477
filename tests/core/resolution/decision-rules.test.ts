import { expect, test } from "vitest";
import type { RuleCode } from "#core/errors.ts";
import { challengeUntil, ensureMayChallenge } from "#core/resolution/challenge-rules.ts";
import { type DecisionFacts, type DecisionKind, ensureMayDecide } from "#core/resolution/decision-rules.ts";
import { brokenRule } from "#tests/support/broken-rule.ts";

const facts: DecisionFacts = {
  deciderId: "ada",
  proposerId: "bob",
  isSolo: false,
  hands: [],
  deciderConflicts: [],
  hasDeclared: false,
  title: "Will it?",
  challengeUntil: 100,
  openChallenges: 0,
  note: "",
};
const refused: [string, DecisionKind, Partial<DecisionFacts>, number, RuleCode][] = [
  ["the proposer does not approve", "approve", { proposerId: "ada" }, 100, "approver_must_not_be_proposer"],
  ["nobody approves before the window is over", "approve", {}, 99, "challenge_window_must_be_over"],
  [
    "nobody approves past an unanswered challenge",
    "approve",
    { openChallenges: 1 },
    100,
    "challenges_must_be_answered",
  ],
  [
    "nobody approves with a position in the market",
    "approve",
    { deciderConflicts: ["holds_position"] },
    100,
    "approver_must_hold_no_position",
  ],
  [
    "nobody rejects with a position in the market",
    "reject",
    { deciderConflicts: ["holds_position"], note: "No" },
    100,
    "approver_must_hold_no_position",
  ],
  ["a rejection needs a reason", "reject", { note: " " }, 100, "reason_must_be_given"],
  ["an amendment needs a reason", "amend", {}, 100, "reason_must_be_given"],
  [
    "solo mode does not shorten the window",
    "approve",
    { proposerId: "ada", isSolo: true },
    99,
    "challenge_window_must_be_over",
  ],
];
test("nobody approves alone what they helped along, by the name of what it was", () => {
  const hands = [{ personId: "ada", kind: "event" as const }];
  const parts: [Partial<DecisionFacts>, string][] = [
    [{ proposerId: null, hands }, "evidence"],
    [{ hands, deciderConflicts: ["has_forecast"] }, "conflict"],
    [{ hasDeclared: true }, "conflict"],
    [{ hands: [{ personId: "ada", kind: "criteria" }] }, "rule"],
    [{ hands: [{ personId: "ada", kind: "clarification" }] }, "rule"],
  ];
  for (const [part, named] of parts) {
    const deciding = (change: Partial<DecisionFacts>) => () =>
      ensureMayDecide("approve", { ...facts, ...part, ...change }, 100);
    expect(deciding({})).toThrowError(brokenRule("approver_must_be_another_person", { part: named }));
    expect(deciding({ isSolo: true })).not.toThrow();
  }
});

test.each(refused)("%s", (_title, kind, changes, now, code) => {
  expect(() => ensureMayDecide(kind, { ...facts, ...changes }, now)).toThrowError(expect.objectContaining({ code }));
});

const allowed: [string, DecisionKind, Partial<DecisionFacts>, number][] = [
  ["another admin approves when the window is over", "approve", {}, 100],
  ["an admin approves what the engine proposed", "approve", { proposerId: null }, 100],
  ["in solo mode the proposer may approve", "approve", { proposerId: "ada", isSolo: true }, 100],
  [
    "a note answers a challenge",
    "approve",
    { openChallenges: 2, note: "The venue was Muscat: see the second source." },
    100,
  ],
  ["a rejection need not wait for the window", "reject", { note: "It was Geneva." }, 1],
  ["the proposer may amend", "amend", { proposerId: "ada", note: "A day earlier." }, 1],
];
test.each(allowed)("%s", (_title, kind, changes, now) => {
  expect(() => ensureMayDecide(kind, { ...facts, ...changes }, now)).not.toThrow();
});

test.each([
  ["without final", { isEligible: false }, 1, "challenger_must_be_eligible"],
  ["without a reason", { reason: "  " }, 1, "reason_must_be_given"],
  ["at the end of the window", {}, 100, "challenge_window_must_be_open"],
] as const)("nobody challenges %s", (_title, changes, now, code) => {
  const challenge = { challengeUntil: 100, reason: "It was Geneva", isEligible: true, ...changes };
  expect(() => ensureMayChallenge(challenge, now)).toThrowError(expect.objectContaining({ code }));
});

test("a challenge window lasts from no hours to fourteen days", () => {
  expect(challengeUntil(5, 0)).toBe(5);
  expect(challengeUntil(0, 0.5)).toBe(1_800_000);
  expect(challengeUntil(0, 336)).toBe(14 * 86_400_000);
  expect(() => challengeUntil(0, 337)).toThrow(brokenRule("challenge_window_must_be_within_bounds"));
  expect(() => challengeUntil(0, -1)).toThrow(brokenRule("challenge_window_must_be_within_bounds"));
});
