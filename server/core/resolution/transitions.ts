import { ensure } from "#core/errors.ts";
import type { QuestionStatus } from "#core/question/question-status.ts";

/** What moves a question from one status to the next: an act of a person or the engine, or the clock. */
export type LifeAct =
  | "submit_for_review"
  | "send_back"
  | "publish"
  | "clock"
  | "propose"
  | "challenge"
  | "amend"
  | "reject"
  | "withdraw"
  | "approve"
  | "supersede";

export interface Transition {
  readonly from: QuestionStatus;
  readonly by: LifeAct;
  readonly to: readonly QuestionStatus[];
}

/** Where a question lands when a proposal is gone and the clock decides again. */
const BY_CLOCK = ["scheduled", "open", "closed"] as const;

/** The whole life of a question. What is not listed cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  { from: "draft", by: "submit_for_review", to: ["review"] },
  { from: "review", by: "send_back", to: ["draft"] },
  { from: "review", by: "publish", to: ["scheduled", "open"] },
  { from: "scheduled", by: "clock", to: ["open"] },
  { from: "open", by: "clock", to: ["closed"] },
  // Before it opens a question can only be withdrawn; while open or closed it can be answered.
  { from: "scheduled", by: "propose", to: ["proposed"] },
  { from: "open", by: "propose", to: ["proposed"] },
  { from: "closed", by: "propose", to: ["proposed"] },
  { from: "proposed", by: "challenge", to: ["challenged"] },
  { from: "proposed", by: "amend", to: ["proposed"] },
  { from: "proposed", by: "reject", to: BY_CLOCK },
  // A void that comes too early sends the question back to the clock.
  { from: "proposed", by: "withdraw", to: BY_CLOCK },
  { from: "proposed", by: "approve", to: ["resolved", "void", ...BY_CLOCK] },
  { from: "challenged", by: "challenge", to: ["challenged"] },
  { from: "challenged", by: "amend", to: ["proposed"] },
  { from: "challenged", by: "reject", to: BY_CLOCK },
  { from: "challenged", by: "withdraw", to: BY_CLOCK },
  { from: "challenged", by: "approve", to: ["resolved", "void", ...BY_CLOCK] },
  { from: "resolved", by: "supersede", to: ["reopened"] },
  { from: "void", by: "supersede", to: ["reopened"] },
  { from: "reopened", by: "challenge", to: ["reopened"] },
  { from: "reopened", by: "amend", to: ["reopened"] },
  // A rejected new version leaves the answer that stood before.
  { from: "reopened", by: "reject", to: ["resolved", "void"] },
  { from: "reopened", by: "approve", to: ["resolved", "void"] },
];

/** The rule that is broken by an act at the wrong moment. */
type StatusRule = "question_status_must_allow_change" | "resolution_must_be_pending" | "resolution_must_be_final";

const RULE_OF: Record<LifeAct, StatusRule> = {
  submit_for_review: "question_status_must_allow_change",
  send_back: "question_status_must_allow_change",
  publish: "question_status_must_allow_change",
  clock: "question_status_must_allow_change",
  propose: "question_status_must_allow_change",
  challenge: "resolution_must_be_pending",
  amend: "resolution_must_be_pending",
  reject: "resolution_must_be_pending",
  approve: "resolution_must_be_pending",
  withdraw: "resolution_must_be_pending",
  supersede: "resolution_must_be_final",
};

/**
 * Whether a question may pass from one status straight to another.
 *
 * @example
 * mayPass("proposed", "resolved"); // => true
 * mayPass("open", "resolved"); // => false
 */
export function mayPass(from: QuestionStatus, to: QuestionStatus): boolean {
  return TRANSITIONS.some((transition) => transition.from === from && transition.to.includes(to));
}

/**
 * The statuses that an act may lead to from a status; none when the act is not to be done there.
 *
 * @example
 * statusesAfter("review", "publish"); // => ["scheduled", "open"]
 * statusesAfter("draft", "publish"); // => []
 */
export function statusesAfter(from: QuestionStatus, act: LifeAct): readonly QuestionStatus[] {
  return TRANSITIONS.find((transition) => transition.from === from && transition.by === act)?.to ?? [];
}

/**
 * Throws unless an act may be done to a question in a status.
 *
 * Errors: `resolution_must_be_pending` for a challenge or a decision without a proposal, `resolution_must_be_final` for
 * superseding what does not stand, `question_status_must_allow_change` for the rest.
 *
 * @example
 * ensureStatusAllows("closed", "propose"); // => undefined
 */
export function ensureStatusAllows(status: QuestionStatus, act: LifeAct): void {
  ensure(statusesAfter(status, act).length > 0, RULE_OF[act], { reason: "wrong_status", status, action: act });
}
