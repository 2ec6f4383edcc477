import { DomainError, ensure } from "#core/errors.ts";
import { CONFLICT_RULES, type ConflictedAct, type Treatment } from "./conflict-treatments.ts";
import type { ConflictKind } from "./conflicts.ts";

/** Somebody about to act on what a question's answer depends on. */
export interface Conflicted {
  readonly conflicts: readonly ConflictKind[];
  /** A proposed or final answer of the question rests on what the act changes. */
  readonly isCited?: boolean;
  /** The instance has one admin, who may do alone what else takes two. */
  readonly isSolo: boolean;
  /** The question's. */
  readonly title: string;
}

/**
 * Whether an act is to be declared on a question's record: it is when whoever acts has a conflict of interest. Throws where
 * the act is not theirs to do.
 *
 * Errors: `actor_must_have_no_conflict`, `approver_must_hold_no_position`.
 *
 * @example
 * isDeclared("log-event", { conflicts: ["has_forecast"], isSolo: false, title: "Will it?" }); // => true
 * isDeclared("change-criteria", { conflicts: ["has_forecast"], isSolo: true, title: "Will it?" }); // => true
 * isDeclared("change-criteria", { conflicts: [], isSolo: false, title: "Will it?" }); // => false
 */
export function isDeclared(act: ConflictedAct, { conflicts, isCited = false, isSolo, title }: Conflicted): boolean {
  const [worst] = [...conflicts].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  if (worst === undefined) return false;
  const treatment: Treatment = CONFLICT_RULES[act];
  ensure(treatment !== "refused_with_position" || worst !== "holds_position", "approver_must_hold_no_position", {
    title,
    action: act,
  });
  if (isSolo) return true;
  if (treatment === "refused")
    throw new DomainError("actor_must_have_no_conflict", { title, interest: worst, action: act, mayChallenge: false });
  if (treatment === "refused_when_cited" && isCited) {
    throw new DomainError("actor_must_have_no_conflict", { title, interest: worst, action: act, mayChallenge: true });
  }
  return true;
}

const ORDER: readonly ConflictKind[] = ["holds_position", "has_traded", "has_forecast"];
