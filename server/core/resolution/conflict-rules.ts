import { DomainError, ensure } from "#core/errors.ts";
import type { ConflictKind } from "./conflicts.ts";

/** How a conflict of interest is met. */
type Treatment =
  /** Somebody without one must do it. */
  | "refused"
  /** The same where an answer rests on what is changed; else it is done and declared. A forecaster may challenge the answer. */
  | "refused_when_cited"
  /** Not with shares or orders in the market; with a forecast it is done and declared. */
  | "refused_with_position"
  /** It is done, stated on the record, and the answer needs another person's approval. */
  | "declared";

/**
 * Every act that can change the answer of a question that somebody has an interest in: one table, asked by the commands.
 * Logging what happened is never refused, since a small instance has few who log; what it leads to, another person approves.
 */
export const CONFLICT_RULES = {
  "change-criteria": "refused",
  "clarify-question": "refused",
  "log-event": "declared",
  "revise-event": "refused_when_cited",
  "dispute-event": "refused_when_cited",
  "retract-event": "refused_when_cited",
  "restore-event": "refused_when_cited",
  "merge-events": "refused_when_cited",
  "unmerge-event": "refused_when_cited",
  "sign-coverage": "declared",
  "replace-coverage": "refused_when_cited",
  "shorten-challenge-window": "declared",
  "propose-resolution": "declared",
  "decide-resolution": "refused_with_position",
  "decline-reopening": "refused_with_position",
  "decline-suggested-resolution": "declared",
} as const satisfies Record<string, Treatment>;

export type ConflictedAct = keyof typeof CONFLICT_RULES;

const TASKS: Readonly<Record<ConflictedAct, string>> = {
  "change-criteria": "change its rule",
  "clarify-question": "clarify it",
  "log-event": "log this",
  "revise-event": "revise an event that its answer rests on",
  "dispute-event": "dispute an event that its answer rests on",
  "retract-event": "retract an event that its answer rests on",
  "restore-event": "restore an event that its answer rests on",
  "merge-events": "merge events that its answer rests on",
  "unmerge-event": "take apart events that its answer rests on",
  "sign-coverage": "sign this",
  "replace-coverage": "replace coverage that its answer rests on",
  "shorten-challenge-window": "shorten the time for challenges",
  "propose-resolution": "propose its answer",
  "decide-resolution": "decide its answer",
  "decline-reopening": "answer this request",
  "decline-suggested-resolution": "answer this suggestion",
};

const INTERESTS: Readonly<Record<ConflictKind, string>> = {
  holds_position: "hold a position in the market of",
  has_traded: "have traded in the market of",
  has_forecast: "have a forecast on",
};

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
  const who = `You ${INTERESTS[worst]} “${title}”: somebody without an interest in it must ${TASKS[act]}.`;
  ensure(
    treatment !== "refused_with_position" || worst !== "holds_position",
    "approver_must_hold_no_position",
    `You hold a position in the market of “${title}”: another admin must ${TASKS[act]}.`,
  );
  if (isSolo) return true;
  if (treatment === "refused") throw new DomainError("actor_must_have_no_conflict", who);
  if (treatment === "refused_when_cited" && isCited) {
    throw new DomainError("actor_must_have_no_conflict", `${who} You may challenge the answer instead.`);
  }
  return true;
}

const ORDER: readonly ConflictKind[] = ["holds_position", "has_traded", "has_forecast"];
