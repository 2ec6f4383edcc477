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
  ensure(
    (outcome === null) !== (voidReason === null),
    "resolution_must_have_outcome_or_reason",
    "A resolution has either an outcome or a reason for being void.",
  );
  if (outcome !== null) ensureOutcomeStands(outcome, proposal, question);
  if (voidReason !== null) ensureVoidStands(voidReason, question);
  ensure(
    proposal.proposer === "engine" || proposal.note.trim() !== "",
    "resolution_must_carry_note",
    "Say in a note why this is the answer.",
    "note",
  );
  ensure(
    proposal.effectiveAt <= proposal.knownAt,
    "effective_time_must_not_follow_known_time",
    "An answer cannot be known before it is true.",
    "effectiveAt",
  );
  ensure(
    proposal.knownAt <= now,
    "known_time_must_not_be_in_future",
    "The answer cannot have become known after now.",
    "knownAt",
  );
}

function ensureOutcomeStands(outcome: string, proposal: Proposal, question: RangedFrame): void {
  ensure(outcomeFits(outcome, question), "outcome_must_fit_question", "The question has no such outcome.", "outcome");
  const beyond = outcomeBeyondRange(outcome, question);
  ensure(
    beyond === null,
    "outcome_must_lie_in_range",
    `${beyond} No forecast could say so: void the question as flawed.`,
    "outcome",
  );
  ensure(
    proposal.evidenceIds.length + proposal.coverageIds.length > 0,
    "resolution_must_cite_evidence",
    "Cite an event from the log, or the signed coverage that shows there was none.",
    "evidenceIds",
  );
}

function ensureVoidStands(
  reason: string,
  { forecasts, hasAnswer = false }: { readonly forecasts: number; readonly hasAnswer?: boolean },
): void {
  ensure(isVoidReason(reason), "void_reason_must_be_known", "That is no reason for a void.", "voidReason");
  ensure(
    reason !== "withdrawn_before_forecasts" || forecasts === 0,
    "void_before_forecasts_must_have_none",
    "Somebody has forecast on this question already; choose another reason.",
    "voidReason",
  );
  ensure(
    reason !== "too_early" || !hasAnswer,
    "answer_must_not_be_sent_back",
    "The question has an answer that was scored: give another answer, or another reason for a void.",
    "voidReason",
  );
}
