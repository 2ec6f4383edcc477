import { ensure } from "#core/errors.ts";
import { outcomeBeyondRange, outcomeFits, type RangedFrame } from "./outcome-fits.ts";
import { isVoidReason } from "./void-reasons.ts";

/** A proposed resolution, before it is written. */
export interface Proposal {
  /** Null for a void. */
  readonly outcome: string | null;
  readonly voidReason: string | null;
  readonly effectiveAt: number;
  readonly knownAt: number;
  readonly note: string;
  /** Events of the log that it rests on. */
  readonly evidenceIds: readonly string[];
  /** Signed coverage that an answer by absence rests on. */
  readonly coverageIds: readonly string[];
  /** The engine's own proposals explain themselves by their trace; a person's need a note. */
  readonly proposer: "engine" | "person";
}

/**
 * Throws unless a proposal may stand: an outcome of the question's type or a known reason for a void, evidence for an
 * outcome, a note from a person, E ≤ K ≤ now.
 *
 * Evidence is an event, or signed coverage where the answer is that nothing happened; a person's answer always cites
 * an event or coverage, never their word alone. A void is not an answer and needs only its reason and a note.
 * Errors: `resolution_must_have_outcome_or_reason`, `outcome_must_fit_question`, `outcome_must_lie_in_range`, `void_reason_must_be_known`,
 * `void_before_forecasts_must_have_none`, `answer_must_not_be_sent_back`, `resolution_must_cite_evidence`, `resolution_must_carry_note`,
 * `effective_time_must_not_follow_known_time`, `known_time_must_not_be_in_future`.
 *
 * @example
 * ensureProposalStands({ outcome: "yes", voidReason: null, effectiveAt: 1, knownAt: 2, note: "", evidenceIds: ["e"], coverageIds: [], proposer: "engine" }, { type: "binary", optionIds: [], range: null, forecasts: 0 }, 3); // => undefined
 */
export function ensureProposalStands(
  proposal: Proposal,
  question: RangedFrame & { readonly forecasts: number; readonly hasAnswer?: boolean },
  now: number,
): void {
  const { outcome, voidReason } = proposal;
  ensure((outcome === null) !== (voidReason === null), "resolution_must_have_outcome_or_reason");
  if (outcome !== null) ensureOutcomeStands(outcome, proposal, question);
  if (voidReason !== null) ensureVoidStands(voidReason, question);
  ensure(proposal.proposer === "engine" || proposal.note.trim() !== "", "resolution_must_carry_note", {
    field: "note",
  });
  ensure(proposal.effectiveAt <= proposal.knownAt, "effective_time_must_not_follow_known_time", {
    field: "effectiveAt",
  });
  ensure(proposal.knownAt <= now, "known_time_must_not_be_in_future", { field: "knownAt" });
}

function ensureOutcomeStands(outcome: string, proposal: Proposal, question: RangedFrame): void {
  ensure(outcomeFits(outcome, question), "outcome_must_fit_question", { reason: "question", field: "outcome" });
  const beyond = outcomeBeyondRange(outcome, question);
  ensure(beyond === null, "outcome_must_lie_in_range", { text: beyond ?? "", field: "outcome" });
  ensure(proposal.evidenceIds.length + proposal.coverageIds.length > 0, "resolution_must_cite_evidence", {
    reason: "none",
    field: "evidenceIds",
  });
}

function ensureVoidStands(
  reason: string,
  { forecasts, hasAnswer = false }: { readonly forecasts: number; readonly hasAnswer?: boolean },
): void {
  ensure(isVoidReason(reason), "void_reason_must_be_known", { field: "voidReason" });
  ensure(reason !== "withdrawn_before_forecasts" || forecasts === 0, "void_before_forecasts_must_have_none", {
    field: "voidReason",
  });
  ensure(reason !== "too_early" || !hasAnswer, "answer_must_not_be_sent_back", { field: "voidReason" });
}
