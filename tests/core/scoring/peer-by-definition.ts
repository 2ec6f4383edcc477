/** The Peer score straight from its definition, instant by instant and pair by pair: slow, and easy to believe. */
export interface PlainRow {
  who: number;
  start: number;
  end: number;
  p: number;
}

export function peerByDefinition(
  rows: PlainRow[],
  open: number,
  close: number,
  known: number,
  pool: (who: number) => boolean,
) {
  const until = Math.min(close, known);
  const cuts = [...new Set(rows.flatMap((row) => [row.start, row.end]).concat(open, until))]
    .filter((at) => at >= open && at <= until)
    .sort((a, b) => a - b);
  const scores = new Map<number, { peer: number; coverage: number; peerCoverage: number; relativeBrier: number }>();
  cuts.slice(0, -1).forEach((from, i) => {
    const share = ((cuts[i + 1] as number) - from) / (close - open);
    const active = rows.filter((row) => row.start <= from && row.end > from);
    for (const row of active) {
      const others = active.filter((other) => other.who !== row.who && pool(other.who));
      const score = scores.get(row.who) ?? { peer: 0, coverage: 0, peerCoverage: 0, relativeBrier: 0 };
      score.coverage += share;
      if (others.length > 0) {
        const mean = (of: (p: number) => number) => others.reduce((sum, other) => sum + of(other.p), 0) / others.length;
        score.peerCoverage += share;
        score.peer += 100 * share * (Math.log(row.p) - mean(Math.log));
        score.relativeBrier += share * ((1 - row.p) ** 2 - mean((p) => (1 - p) ** 2));
      }
      scores.set(row.who, score);
    }
  });
  return scores;
}
