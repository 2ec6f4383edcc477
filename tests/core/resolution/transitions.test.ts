import { describe, expect, test } from "vitest";
import { QUESTION_STATUSES, type QuestionStatus } from "#core/question/question-status.ts";
import { ensureStatusAllows, type LifeAct, mayPass, statusesAfter, TRANSITIONS } from "#core/resolution/transitions.ts";

/** Written out apart from the code: from → to, everything that may happen in the life of a question. */
const MAY: Record<QuestionStatus, QuestionStatus[]> = {
  draft: ["review"],
  review: ["draft", "scheduled", "open"],
  scheduled: ["open", "proposed"],
  open: ["closed", "proposed"],
  closed: ["proposed"],
  proposed: ["scheduled", "open", "closed", "proposed", "challenged", "resolved", "void"],
  challenged: ["scheduled", "open", "closed", "proposed", "challenged", "resolved", "void"],
  resolved: ["reopened"],
  void: ["reopened"],
  reopened: ["resolved", "void", "reopened"],
};
const ACTS_IN: Record<LifeAct, QuestionStatus[]> = {
  submit_for_review: ["draft"],
  send_back: ["review"],
  publish: ["review"],
  clock: ["scheduled", "open"],
  propose: ["scheduled", "open", "closed"],
  challenge: ["proposed", "challenged", "reopened"],
  amend: ["proposed", "challenged", "reopened"],
  reject: ["proposed", "challenged", "reopened"],
  approve: ["proposed", "challenged", "reopened"],
  withdraw: ["proposed", "challenged"],
  supersede: ["resolved", "void"],
};
const pairs = QUESTION_STATUSES.flatMap((from) => QUESTION_STATUSES.map((to) => [from, to] as const));
const acts = Object.keys(ACTS_IN) as LifeAct[];

describe("a question passes", () => {
  test.each(pairs)("from %s to %s only if that is listed", (from, to) => {
    expect(mayPass(from, to)).toBe(MAY[from].includes(to));
  });

  test("every pair of statuses is tried", () => expect(pairs.length).toBe(100));

  test("to resolved or void only by an approval", () => {
    for (const { by, to, from } of TRANSITIONS) {
      const ends = to.includes("resolved") || to.includes("void");
      if (ends) expect(by === "approve" || (by === "reject" && from === "reopened")).toBe(true);
    }
  });

  test("to any status from a draft, by some way", () => {
    const reached = new Set<QuestionStatus>(["draft"]);
    for (const status of reached) for (const to of MAY[status]) reached.add(to);
    expect(reached.size).toBe(QUESTION_STATUSES.length);
  });
});

describe.each(acts)("the act %s", (act) => {
  test.each(QUESTION_STATUSES)("is allowed in the status %s only if that is listed", (status) => {
    const allowed = ACTS_IN[act].includes(status);
    expect(statusesAfter(status, act).length > 0).toBe(allowed);
    if (allowed) expect(() => ensureStatusAllows(status, act)).not.toThrow();
    else
      expect(() => ensureStatusAllows(status, act)).toThrow(
        expect.objectContaining({ values: { reason: "wrong_status", status, action: act } }),
      );
  });
});

test.each([
  ["approve", "open", "resolution_must_be_pending"],
  ["challenge", "resolved", "resolution_must_be_pending"],
  ["supersede", "proposed", "resolution_must_be_final"],
  ["propose", "draft", "question_status_must_allow_change"],
] as const)("the act %s in the status %s breaks the rule %s", (act, status, code) => {
  expect(() => ensureStatusAllows(status, act)).toThrowError(expect.objectContaining({ code }));
});
