import { fromNanos, nanosOf } from "#core/nanos.ts";
import { shrunkPeer } from "./shrunk-peer.ts";

/** What a board keeps of one forecaster in one scope: sums in whole billionths, so that adding and taking back is exact. */
export interface BoardStanding {
  readonly questions: number;
  readonly peerNanos: bigint;
  readonly peerCoverNanos: bigint;
  readonly brierNanos: bigint;
  readonly baselineNanos: bigint;
}

/**
 * What one question's scores add to a forecaster's standing.
 *
 * Formula: weight · score, each rounded to whole billionths; the Brier score is not weighted, since its board shows a mean over questions.
 * Units: Peer and Baseline points, coverage and Brier 0..1, in billionths.
 * Errors: `argument_must_be_in_domain` for a score that is no finite number.
 * Source: own rule.
 *
 * @example
 * standingOfQuestion({ peer: 12.5, peerCoverage: 0.5, brier: 0.25, baseline: 50 }, 2).peerNanos; // => 25000000000n
 */
export function standingOfQuestion(
  scores: { peer: number; peerCoverage: number; brier: number; baseline: number },
  weight = 1,
): BoardStanding {
  return {
    questions: 1,
    peerNanos: nanosOf(weight * scores.peer),
    peerCoverNanos: nanosOf(weight * scores.peerCoverage),
    brierNanos: nanosOf(scores.brier),
    baselineNanos: nanosOf(weight * scores.baseline),
  };
}

/**
 * Two standings together; with −1 as the sign, the first without the second.
 *
 * Formula: integer sums, so that adding and then taking back leaves the same bits.
 * Units: billionths.
 * Source: own rule.
 *
 * @example
 * sumOfStandings({ questions: 1, peerNanos: 5n, peerCoverNanos: 1n, brierNanos: 0n, baselineNanos: 0n }, { questions: 1, peerNanos: 5n, peerCoverNanos: 1n, brierNanos: 0n, baselineNanos: 0n }, -1).questions; // => 0
 */
export function sumOfStandings(one: BoardStanding, other: BoardStanding, sign: 1 | -1 = 1): BoardStanding {
  const factor = BigInt(sign);
  return {
    questions: one.questions + sign * other.questions,
    peerNanos: one.peerNanos + factor * other.peerNanos,
    peerCoverNanos: one.peerCoverNanos + factor * other.peerCoverNanos,
    brierNanos: one.brierNanos + factor * other.brierNanos,
    baselineNanos: one.baselineNanos + factor * other.baselineNanos,
  };
}

/**
 * The rating a standing is ranked by.
 *
 * Formula: the shrunk Peer of its sums.
 * Units: Peer points.
 * Source: `scoring.md` §1 "Leaderboards".
 *
 * @example
 * ratingOfStanding({ peerNanos: 200000000000n, peerCoverNanos: 10000000000n }); // => 5
 */
export function ratingOfStanding(standing: Pick<BoardStanding, "peerNanos" | "peerCoverNanos">): number {
  return shrunkPeer(fromNanos(standing.peerNanos), fromNanos(standing.peerCoverNanos));
}
