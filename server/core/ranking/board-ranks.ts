/** An entry of a board; reference lines (the crowd, an aggregate, someone excluded) are shown but move nobody down. */
export interface BoardEntry {
  readonly score: number;
  readonly isReference?: boolean;
}

/**
 * The rank of every entry, in the order given; ties share a rank and the next rank skips ("1224").
 *
 * Formula: rank = 1 + number of non-reference entries with a strictly higher score. A reference line has the rank it would take.
 * Range: 1..n. O(n log n).
 * Source: equal to Metaculus' `assign_ranks`.
 *
 * @example
 * boardRanks([{ score: 50 }, { score: 40 }, { score: 40 }, { score: 30 }]); // => [1, 2, 2, 4]
 */
export function boardRanks(entries: readonly BoardEntry[]): number[] {
  const order = entries.map((_, index) => index).sort((a, b) => scoreAt(entries, b) - scoreAt(entries, a));
  const ranks = new Array<number>(entries.length);
  let better = 0;
  for (let start = 0; start < order.length; ) {
    const score = scoreAt(entries, order[start]);
    let tied = 0;
    let end = start;
    for (; end < order.length && scoreAt(entries, order[end]) === score; end++) {
      const index = order[end] as number;
      ranks[index] = better + 1;
      if (!entries[index]?.isReference) tied++;
    }
    better += tied;
    start = end;
  }
  return ranks;
}

const scoreAt = (entries: readonly BoardEntry[], index: number | undefined): number =>
  entries[index ?? -1]?.score ?? Number.NEGATIVE_INFINITY;
