import { ensure } from "#core/errors.ts";

export type DecisionKind = "approve" | "amend" | "reject";

/** What a decision on a proposed resolution is judged by. */
export interface DecisionFacts {
  readonly deciderId: string;
  /** Null when the engine proposed it. */
  readonly proposerId: string | null;
  /** The instance has one admin and is set to run so; the record says that it was. */
  readonly isSolo: boolean;
  /** They hold shares or orders in the question's market. */
  readonly deciderHoldsPosition: boolean;
  readonly challengeUntil: number;
  /** Challenges that nobody has answered. The decision's note may answer them. */
  readonly openChallenges: number;
  readonly note: string;
}

/**
 * Throws unless an admin may decide a proposed resolution now. Whether they are an admin is the permission table's to
 * say. To approve, the window must be over and no challenge may be open, or the note must answer it; to amend or to
 * reject, a reason is enough, at any time.
 *
 * Errors: `approver_must_not_be_proposer`, `approver_must_hold_no_position`, `challenge_window_must_be_over`,
 * `challenges_must_be_answered`, `reason_must_be_given`.
 *
 * @example
 * ensureMayDecide("approve", { deciderId: "a", proposerId: "b", isSolo: false, deciderHoldsPosition: false, challengeUntil: 5, openChallenges: 0, note: "" }, 5); // => undefined
 */
export function ensureMayDecide(kind: DecisionKind, facts: DecisionFacts, now: number): void {
  ensure(
    !facts.deciderHoldsPosition,
    "approver_must_hold_no_position",
    "You hold a position in this question's market; another admin must decide.",
  );
  if (kind !== "approve") {
    ensure(facts.note.trim() !== "", "reason_must_be_given", `Say why you ${kind} the proposal.`, "note");
    return;
  }
  ensure(
    facts.deciderId !== facts.proposerId || facts.isSolo,
    "approver_must_not_be_proposer",
    "You proposed this answer; another admin must approve it.",
  );
  ensure(now >= facts.challengeUntil, "challenge_window_must_be_over", "The time for challenges is not over yet.");
  ensure(
    facts.openChallenges === 0 || facts.note.trim() !== "",
    "challenges_must_be_answered",
    "The proposal has been challenged: answer the challenge in your note.",
    "note",
  );
}

/**
 * Whether a decision is made by one person alone, which the record must say.
 *
 * @example
 * isSoloDecision({ deciderId: "a", proposerId: "a" }); // => true
 * isSoloDecision({ deciderId: "a", proposerId: null }); // => false
 */
export function isSoloDecision(facts: Pick<DecisionFacts, "deciderId" | "proposerId">): boolean {
  return facts.deciderId === facts.proposerId;
}
