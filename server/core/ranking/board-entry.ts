import { fromNanos, nanosOf } from "#core/nanos.ts";
import { shrunkPeer } from "./shrunk-peer.ts";

/** What a board keeps of one forecaster in one scope: sums in whole billionths, so that adding and taking back is exact. */
export interface BoardEntry {
  readonly questions: number;
  readonly peerNanos: bigint;
  readonly peerCoverNanos: bigint;
  readonly brierNanos: bigint;
  readonly baselineNanos: bigint;
  readonly relativeBrierNanos: bigint;
  readonly spotPeerNanos: bigint;
  /** On how many questions a forecast stood at the spot time. */
  readonly spotQuestions: number;
}

/** The scores of one question that a entry adds up. */
export interface EntryScores {
  readonly peer: number;
  readonly peerCoverage: number;
  readonly brier: number;
  readonly baseline: number;
  readonly relativeBrier: number;
  /** Null when no forecast of theirs stood at the spot time. */
  readonly spotPeer: number | null;
}

/** The entry of whoever was scored on nothing yet. */
export const EMPTY_ENTRY: BoardEntry = {
  questions: 0,
  peerNanos: 0n,
  peerCoverNanos: 0n,
  brierNanos: 0n,
  baselineNanos: 0n,
  relativeBrierNanos: 0n,
  spotPeerNanos: 0n,
  spotQuestions: 0,
};

/**
 * What one question's scores add to a forecaster's entry.
 *
 * Formula: weight · score, each rounded to whole billionths; the Brier score is not weighted, since its board shows a mean over questions.
 * Units: Peer and Baseline points, coverage and Brier 0..1, in billionths; a spot score that is missing adds nothing.
 * Errors: `argument_must_be_in_domain` for a score that is no finite number.
 * Source: own rule.
 *
 * @example
 * entryOfQuestion({ peer: 12.5, peerCoverage: 0.5, brier: 0.25, baseline: 50, relativeBrier: 0, spotPeer: null }, 2).peerNanos; // => 25000000000n
 */
export function entryOfQuestion(scores: EntryScores, weight = 1): BoardEntry {
  return {
    questions: 1,
    peerNanos: nanosOf(weight * scores.peer),
    peerCoverNanos: nanosOf(weight * scores.peerCoverage),
    brierNanos: nanosOf(scores.brier),
    baselineNanos: nanosOf(weight * scores.baseline),
    relativeBrierNanos: nanosOf(weight * scores.relativeBrier),
    spotPeerNanos: nanosOf(weight * (scores.spotPeer ?? 0)),
    spotQuestions: scores.spotPeer === null ? 0 : 1,
  };
}

/**
 * Two activeForecasts together; with −1 as the sign, the first without the second.
 *
 * Formula: integer sums, so that adding and then taking back leaves the same bits.
 * Units: billionths.
 * Source: own rule.
 *
 * @example
 * sumOfEntries(EMPTY_ENTRY, { ...EMPTY_ENTRY, questions: 1, peerNanos: 5n }, -1).peerNanos; // => -5n
 */
export function sumOfEntries(one: BoardEntry, other: BoardEntry, sign: 1 | -1 = 1): BoardEntry {
  const factor = BigInt(sign);
  return {
    questions: one.questions + sign * other.questions,
    peerNanos: one.peerNanos + factor * other.peerNanos,
    peerCoverNanos: one.peerCoverNanos + factor * other.peerCoverNanos,
    brierNanos: one.brierNanos + factor * other.brierNanos,
    baselineNanos: one.baselineNanos + factor * other.baselineNanos,
    relativeBrierNanos: one.relativeBrierNanos + factor * other.relativeBrierNanos,
    spotPeerNanos: one.spotPeerNanos + factor * other.spotPeerNanos,
    spotQuestions: one.spotQuestions + sign * other.spotQuestions,
  };
}

/**
 * The rating a entry is ranked by.
 *
 * Formula: the shrunk Peer of its sums.
 * Units: Peer points.
 * Source: own rule.
 *
 * @example
 * ratingOfEntry({ peerNanos: 200000000000n, peerCoverNanos: 10000000000n }); // => 5
 */
export function ratingOfEntry(entry: Pick<BoardEntry, "peerNanos" | "peerCoverNanos">): number {
  return shrunkPeer(fromNanos(entry.peerNanos), fromNanos(entry.peerCoverNanos));
}
