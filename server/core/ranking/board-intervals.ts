import { type BoardEntry, boardRanks } from "./board-ranks.ts";
import { type PercentileInterval, percentileInterval } from "./percentile-interval.ts";
import { LEAST_GROUPS, questionResamples } from "./question-resamples.ts";
import { shrunkPeer } from "./shrunk-peer.ts";

/** What one entrant earned on one question group: weighted Peer and weighted Peer coverage, summed over the group. */
export interface GroupContribution {
  /** Index of the group, 0 … groups−1. */
  readonly group: number;
  readonly peer: number;
  readonly coverage: number;
}

/** How far an entrant's rating and rank would move if other questions had been asked. */
export interface BoardInterval {
  readonly rating: PercentileInterval;
  readonly rank: PercentileInterval;
}

/**
 * Error bars of a board: rating and rank intervals by resampling question groups, or null when there are too few groups for them.
 *
 * Formula: per resample, every entrant's rating from the groups drawn (0 where absent) and the ranks among these ratings; percentile intervals of
 * both, the rank's rounded outwards.
 * Units: ratings in Peer points, the shrunk Peer unless `rate` says otherwise (`(peer) => peer` for a tournament's sum). O(resamples · contributions).
 * Errors: `argument_must_be_in_domain` for a board without groups.
 * Source: `scoring.md` §1, §7: 2,000 resamples of groups, ranks recomputed in each, none below 30 groups.
 *
 * @example
 * boardIntervals([{ contributions: [{ group: 0, peer: 5, coverage: 1 }] }], { groups: 1, seed: "s" }); // => null
 */
export function boardIntervals(
  entrants: readonly { contributions: readonly GroupContribution[]; isReference?: boolean }[],
  options: {
    groups: number;
    seed: string;
    resamples?: number;
    level?: number;
    rate?: (peer: number, coverage: number) => number;
  },
): BoardInterval[] | null {
  const { groups, level = 0.95, rate = shrunkPeer } = options;
  if (groups < LEAST_GROUPS) return null;
  const ratings: number[][] = entrants.map(() => []);
  const ranks: number[][] = entrants.map(() => []);
  for (const times of questionResamples(groups, options)) {
    const board = entrants.map(({ contributions, isReference = false }): BoardEntry => {
      let [peer, coverage] = [0, 0];
      for (const contribution of contributions) {
        const count = times[contribution.group] ?? 0;
        peer += count * contribution.peer;
        coverage += count * contribution.coverage;
      }
      return { score: rate(peer, coverage), isReference };
    });
    for (const [i, { score }] of board.entries()) ratings[i]?.push(score);
    for (const [i, rank] of boardRanks(board).entries()) ranks[i]?.push(rank);
  }
  return entrants.map((_, i) => {
    const rank = percentileInterval(ranks[i] ?? [], level);
    return {
      rating: percentileInterval(ratings[i] ?? [], level),
      rank: { lower: Math.floor(rank.lower), upper: Math.ceil(rank.upper) },
    };
  });
}
