import { describe, expect, test } from "vitest";
import type { DateCriteria } from "#core/criteria/criteria.ts";
import { ensureCriteriaAreOpen, ensureCriteriaMayChange } from "#core/question/criteria-change.ts";
import { isPublishedAlone } from "#core/question/publisher-rules.ts";
import { QUESTION_STATUSES, type QuestionStatus } from "#core/question/question-status.ts";

const criteria: DateCriteria = {
  window: { from: 0, until: 9, zone: "UTC" },
  minimumSourceGroups: 1,
  settlementLagHours: 0,
  first: { types: ["AID"] },
};
const fine = {
  status: "open",
  type: "date",
  deadlineAt: 9,
  criteria,
  isDifferent: true,
  current: 2,
  basedOn: 2,
} as const;
const changing = (change: Partial<Parameters<typeof ensureCriteriaMayChange>[0]>) => () =>
  ensureCriteriaMayChange({ ...fine, ...change });

describe("criteria may change in public", () => {
  test("while the question is public and nobody has proposed an answer, and at no other time", () => {
    const open = QUESTION_STATUSES.filter((status: QuestionStatus) => {
      try {
        ensureCriteriaAreOpen(status);
        ensureCriteriaMayChange({ ...fine, status });
        return true;
      } catch {
        return false;
      }
    });
    expect(open).toEqual(["scheduled", "open", "closed"]);
  });

  test.each([
    ["on another version than the one that stands", { basedOn: 1 }, "revision_must_build_on_the_latest"],
    ["to a rule of another kind", { type: "numeric" }, "criteria_must_fit_question"],
    ["with another deadline", { deadlineAt: 10 }, "question_must_keep_its_deadline"],
    ["without a difference", { isDifferent: false }, "revision_must_change_something"],
  ])("not %s", (_, change, code) => {
    expect(changing(change)).toThrow(expect.objectContaining({ code }));
    expect(changing({})).not.toThrow();
  });
});

describe("who publishes", () => {
  const publishing = (publisherId: string, isSolo: boolean) => () =>
    isPublishedAlone({ publisherId, authorIds: ["mo", "ada"], isSolo });
  test("is nobody who drafted it, unless the instance is in solo mode", () => {
    for (const drafter of ["mo", "ada"]) {
      expect(publishing(drafter, false)).toThrow(expect.objectContaining({ code: "publisher_must_not_be_drafter" }));
      expect(publishing(drafter, true)).not.toThrow();
    }
    expect(publishing("bo", false)).not.toThrow();
  });
});
