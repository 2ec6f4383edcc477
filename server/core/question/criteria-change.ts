import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaKind } from "#core/criteria/criteria-matches.ts";
import { ensure } from "#core/errors.ts";
import type { QuestionStatus } from "./question-status.ts";

/** Where the rule of a public question may still be changed or explained: nobody is answering it yet. */
const CHANGEABLE: readonly QuestionStatus[] = ["scheduled", "open", "closed"];

/** A change of the criteria of a question that is public already. */
export interface CriteriaChange {
  readonly status: QuestionStatus;
  readonly type: string;
  readonly deadlineAt: number;
  readonly criteria: Criteria;
  /** Whether the rule or its fine print would read otherwise than now. */
  readonly isDifferent: boolean;
  /** The version that stands, and the one that the change was written on. */
  readonly current: number;
  readonly basedOn: number;
}

/**
 * Throws unless the criteria of a public question may change so: while nobody is answering it, on the version that
 * stands, to something different that still is of the question's type and ends at its deadline.
 *
 * Units: epoch milliseconds.
 * Errors: `question_status_must_allow_change`, `revision_must_build_on_the_latest`, `criteria_must_fit_question`,
 * `question_must_keep_its_deadline`, `revision_must_change_something`.
 *
 * @example
 * ensureCriteriaMayChange({ status: "open", type: "date", deadlineAt: 9, criteria: { window: { until: 9 }, first: { types: [] } }, isDifferent: true, current: 1, basedOn: 1 }); // => undefined
 */
export function ensureCriteriaMayChange(change: CriteriaChange): void {
  const { status, type, deadlineAt, criteria, isDifferent, current, basedOn } = change;
  ensureCriteriaAreOpen(status);
  const isLatest = current === basedOn;
  ensure(isLatest, "revision_must_build_on_the_latest", { of: "criteria" });
  const fits = criteriaKind(criteria) === type;
  ensure(fits, "criteria_must_fit_question", { reason: "kind_kept", field: "criteria" });
  ensure(criteria.window.until === deadlineAt, "question_must_keep_its_deadline", { field: "criteria.window.until" });
  ensure(isDifferent, "revision_must_change_something", { of: "criteria", field: "criteria" });
}

/**
 * Throws unless the criteria of a question are public and still to be answered by.
 *
 * Errors: `question_status_must_allow_change`.
 *
 * @example
 * ensureCriteriaAreOpen("closed"); // => undefined
 */
export function ensureCriteriaAreOpen(status: QuestionStatus): void {
  ensure(CHANGEABLE.includes(status), "question_status_must_allow_change", { reason: "criteria" });
}
