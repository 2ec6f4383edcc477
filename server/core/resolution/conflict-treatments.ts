/** How a conflict of interest is met. */
export type Treatment =
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
