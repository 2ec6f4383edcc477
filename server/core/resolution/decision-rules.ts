import { type Broken, DomainError, ensure } from "#core/errors.ts";
import { isDeclared } from "./conflict-rules.ts";
import type { ConflictKind } from "./conflicts.ts";

export type DecisionKind = "approve" | "amend" | "reject";

/** Somebody's work that an answer rests on. */
export interface Hand {
  readonly personId: string;
  /** They recorded evidence of it, signed coverage that it cites, or changed or clarified the rule since its publication. */
  readonly kind: "event" | "coverage" | "criteria" | "clarification";
}

/** What a decision on a proposed resolution is judged by. */
export interface DecisionFacts {
  readonly deciderId: string;
  /** Null when the engine proposed it. */
  readonly proposerId: string | null;
  /** Whose work the answer rests on. */
  readonly hands: readonly Hand[];
  /** The decider's conflicts of interest in the question. */
  readonly deciderConflicts: readonly ConflictKind[];
  /** The decider did something that bears on the question, with a conflict of interest. */
  readonly hasDeclared: boolean;
  /** The instance has one admin and is set to run so; the record says that it was. */
  readonly isSolo: boolean;
  /** The question's. */
  readonly title: string;
  readonly challengeUntil: number;
  /** Challenges that nobody has answered. The decision's note may answer them. */
  readonly openChallenges: number;
  readonly note: string;
}

/** Why a decider is no other person than those whose answer it is. */
export type OwnPart = "proposal" | "conflict" | "rule" | "evidence";

/**
 * The decider's own part in an answer that takes a second person: they proposed it; they have an interest in it and helped it
 * along; they changed or clarified the rule; or the engine proposed it, from what they alone recorded. Null for somebody else.
 *
 * @example
 * ownPart({ deciderId: "a", proposerId: null, hands: [{ personId: "a", kind: "event" }], deciderConflicts: [], hasDeclared: false }); // => "evidence"
 * ownPart({ deciderId: "a", proposerId: "b", hands: [{ personId: "a", kind: "event" }], deciderConflicts: ["has_forecast"], hasDeclared: false }); // => "conflict"
 * ownPart({ deciderId: "a", proposerId: "b", hands: [{ personId: "a", kind: "event" }], deciderConflicts: [], hasDeclared: false }); // => null
 */
export function ownPart(
  facts: Pick<DecisionFacts, "deciderId" | "proposerId" | "hands" | "deciderConflicts" | "hasDeclared">,
): OwnPart | null {
  const { deciderId, proposerId, hands, deciderConflicts, hasDeclared } = facts;
  if (deciderId === proposerId) return "proposal";
  const own = hands.filter(({ personId }) => personId === deciderId);
  if (hasDeclared || (deciderConflicts.length > 0 && own.length > 0)) return "conflict";
  if (own.some(({ kind }) => kind === "criteria" || kind === "clarification")) return "rule";
  const evidence = hands.filter(({ kind }) => kind === "event" || kind === "coverage");
  const isAlone = own.length > 0 && evidence.every(({ personId }) => personId === deciderId);
  return proposerId === null && isAlone ? "evidence" : null;
}

const REFUSALS: Readonly<Record<OwnPart, Broken>> = {
  proposal: ["approver_must_not_be_proposer"],
  conflict: ["approver_must_be_another_person", { part: "conflict" }],
  rule: ["approver_must_be_another_person", { part: "rule" }],
  evidence: ["approver_must_be_another_person", { part: "evidence" }],
};

/**
 * Why an admin may not approve an answer, as far as that depends on their part in it; null when they may.
 *
 * @example
 * approvalRefusal({ deciderId: "a", proposerId: "a", hands: [], deciderConflicts: [], hasDeclared: false, isSolo: false }).code; // => "approver_must_not_be_proposer"
 */
export function approvalRefusal(facts: Who): DomainError | null {
  const part = ownPart(facts);
  if (part === null || facts.isSolo) return null;
  return new DomainError(...REFUSALS[part]);
}

type Who = Pick<DecisionFacts, "deciderId" | "proposerId" | "hands" | "deciderConflicts" | "hasDeclared" | "isSolo">;

/**
 * Throws unless an admin may decide a proposed resolution now. Whether they are an admin is the permission table's to
 * say. To approve, the window must be over and no challenge may be open, or the note must answer it; to amend or to
 * reject, a reason is enough, at any time.
 *
 * Errors: `approver_must_not_be_proposer`, `approver_must_be_another_person`, `approver_must_hold_no_position`,
 * `challenge_window_must_be_over`, `challenges_must_be_answered`, `reason_must_be_given`.
 *
 * @example
 * ensureMayDecide("approve", { deciderId: "a", proposerId: "b", hands: [], deciderConflicts: [], hasDeclared: false, isSolo: false, title: "Will it?", challengeUntil: 5, openChallenges: 0, note: "" }, 5); // => undefined
 */
export function ensureMayDecide(kind: DecisionKind, facts: DecisionFacts, now: number): void {
  isDeclared("decide-resolution", { ...facts, conflicts: facts.deciderConflicts });
  if (kind !== "approve") {
    ensure(facts.note.trim() !== "", "reason_must_be_given", { of: kind, field: "note" });
    return;
  }
  const refusal = approvalRefusal(facts);
  if (refusal) throw refusal;
  ensure(now >= facts.challengeUntil, "challenge_window_must_be_over");
  ensure(facts.openChallenges === 0 || facts.note.trim() !== "", "challenges_must_be_answered", { field: "note" });
}
