import { type PercentileInterval, percentileInterval } from "./percentile-interval.ts";
import { MIN_GROUPS, questionResamples } from "./question-resamples.ts";
import { shrunkPeer } from "./shrunk-peer.ts";

/** What one entrant earned on one question group: weighted Peer and weighted Peer coverage, summed over the group. */
export interface GroupContribution {
  /** Index of the group, 0 … groups−1. */
  readonly group: number;
  readonly peer: number;
  readonly coverage: number;
}

/** An entrant of a board. Reference lines (the crowd, an aggregate) are shown but move nobody down. */
export interface BoardEntrant {
  readonly contributions: readonly GroupContribution[];
  readonly isReference?: boolean;
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
 * Source: 2,000 resamples of groups, ranks recomputed in each, none below 30 groups.
 *
 * @example
 * boardIntervals([{ contributions: [{ group: 0, peer: 5, coverage: 1 }] }], { groups: 1, seed: "s" }); // => null
 */
export function boardIntervals(
  entrants: readonly BoardEntrant[],
  options: {
    groups: number;
    seed: string;
    resamples?: number;
    level?: number;
    rate?: (peer: number, coverage: number) => number;
  },
): BoardInterval[] | null {
  const { groups, level = 0.95, rate = shrunkPeer } = options;
  if (groups < MIN_GROUPS) return null;
  const columns = entrants.map(({ contributions }) => columnsOf(contributions));
  const ranked = entrants.flatMap(({ isReference }, i) => (isReference ? [] : [i]));
  const ratings: number[][] = entrants.map(() => []);
  const ranks: number[][] = entrants.map(() => []);
  for (const times of questionResamples(groups, options)) {
    const scores = Float64Array.from(columns, (column) => ratingIn(times, column, rate));
    const board = Float64Array.from(ranked, (i) => scores[i] as number).sort();
    for (const [i, score] of scores.entries()) {
      ratings[i]?.push(score);
      ranks[i]?.push(1 + countAbove(board, score));
    }
  }
  return entrants.map((_, i) => {
    const rank = percentileInterval(ranks[i] ?? [], level);
    return {
      rating: percentileInterval(ratings[i] ?? [], level),
      rank: { lower: Math.floor(rank.lower), upper: Math.ceil(rank.upper) },
    };
  });
}

/** Typed columns: the sums below run over them millions of times. */
interface Columns {
  readonly group: Uint32Array;
  readonly peer: Float64Array;
  readonly coverage: Float64Array;
}

function columnsOf(contributions: readonly GroupContribution[]): Columns {
  return {
    group: Uint32Array.from(contributions, ({ group }) => group),
    peer: Float64Array.from(contributions, ({ peer }) => peer),
    coverage: Float64Array.from(contributions, ({ coverage }) => coverage),
  };
}

function ratingIn(times: Uint32Array, columns: Columns, rate: (peer: number, coverage: number) => number): number {
  const { group, peer, coverage } = columns;
  let [peerSum, coverageSum] = [0, 0];
  for (let i = 0; i < group.length; i++) {
    const count = times[group[i] as number] as number;
    peerSum += count * (peer[i] as number);
    coverageSum += count * (coverage[i] as number);
  }
  return rate(peerSum, coverageSum);
}

/** How many of the ascending values lie strictly above a score: ties share a rank, as on the board. */
function countAbove(ascending: Float64Array, score: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) > score) high = middle;
    else low = middle + 1;
  }
  return ascending.length - low;
}
