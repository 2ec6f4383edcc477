import { ensure } from "#core/errors.ts";
import { HOUR_MS } from "#core/time/time-window.ts";

/** What a challenge is judged by. */
export interface ChallengeFacts {
  readonly challengeUntil: number;
  readonly reason: string;
  /** They forecast on the question, or moderate, or administer. */
  readonly isEligible: boolean;
}

/**
 * Throws unless a challenge may be made now.
 *
 * Errors: `challenger_must_be_eligible`, `reason_must_be_given`, `challenge_window_must_be_open`.
 *
 * @example
 * ensureMayChallenge({ challengeUntil: 10, reason: "It was Geneva", isEligible: true }, 9); // => undefined
 */
export function ensureMayChallenge(facts: ChallengeFacts, now: number): void {
  ensure(facts.isEligible, "challenger_must_be_eligible", { reason: "challenge" });
  ensure(facts.reason.trim() !== "", "reason_must_be_given", { of: "challenge", field: "reason" });
  ensure(now < facts.challengeUntil, "challenge_window_must_be_open");
}

/**
 * Throws unless somebody may ask that a final answer be looked at again. There is no window: a record can turn out wrong
 * at any time.
 *
 * Errors: `challenger_must_be_eligible`, `reason_must_be_given`.
 *
 * @example
 * ensureMayAskToReopen({ reason: "The source was retracted", isEligible: true }); // => undefined
 */
export function ensureMayAskToReopen({ reason, isEligible }: Omit<ChallengeFacts, "challengeUntil">): void {
  ensure(isEligible, "challenger_must_be_eligible", { reason: "reopening" });
  ensure(reason.trim() !== "", "reason_must_be_given", { of: "reopening", field: "reason" });
}

/**
 * The instant at which the time for challenges ends; a window of no hours is over at once.
 *
 * Formula: proposedAt + hours, to the millisecond.
 *
 * @example
 * challengeUntil(0, 24); // => 86400000
 */
export function challengeUntil(proposedAt: number, windowHours: number): number {
  ensure(windowHours >= 0 && windowHours <= 14 * 24, "challenge_window_must_be_within_bounds", {
    field: "challengeWindowHours",
  });
  return proposedAt + Math.round(windowHours * HOUR_MS);
}
