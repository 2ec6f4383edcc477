import type { ActiveRow } from "./active-at.ts";

/** What begins and what ends to stand at one instant; an update's predecessor ends where it begins. */
export interface ActiveChange<Row> {
  readonly at: number;
  readonly begun: Row[];
  readonly ended: Row[];
}

/**
 * The history of what stands: every instant at which a forecast begins or ends, in order, ties by forecaster.
 *
 * Formula: the begins and the ends of all rows that stand for any time at all, grouped by instant. Units: epoch milliseconds.
 * O(F log F). Source: own rule, that of `activeAt`.
 *
 * @example
 * activeChanges([{ forecaster: "a", madeAt: 1, endedAt: 5 }]).map(({ at, begun, ended }) => [at, begun.length, ended.length]); // => [[1, 1, 0], [5, 0, 1]]
 */
export function activeChanges<Row extends ActiveRow>(rows: readonly Row[]): ActiveChange<Row>[] {
  const byInstant = new Map<number, ActiveChange<Row>>();
  const changeAt = (at: number) => {
    const known = byInstant.get(at) ?? { at, begun: [], ended: [] };
    byInstant.set(at, known);
    return known;
  };
  for (const row of rows) {
    if (row.endedAt !== null && row.endedAt <= row.madeAt) continue;
    changeAt(row.madeAt).begun.push(row);
    if (row.endedAt !== null) changeAt(row.endedAt).ended.push(row);
  }
  const changes = [...byInstant.values()].sort((a, b) => a.at - b.at);
  for (const { begun } of changes) begun.sort((a, b) => (a.forecaster < b.forecaster ? -1 : 1));
  return changes;
}
