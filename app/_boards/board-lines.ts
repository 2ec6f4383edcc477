import { metricValue } from "#app/_scores/metric-value.ts";
import type { BoardRowView, BoardView, ReferenceView } from "#app/_scores/score-view.ts";
import { type BoardMetric, boardMetric } from "#core/ranking/board-metrics.ts";

/** A line of a board: somebody with a place, or a reference that stands between places and moves nobody down. */
export type BoardLine =
  | { readonly kind: "entrant"; readonly row: BoardRowView }
  | { readonly kind: "reference"; readonly row: ReferenceView };

/**
 * A page's rows with the references where they belong among them. A reference above everybody stands on the first page,
 * one below everybody on the last; between two pages it stands on the one that it begins.
 */
export function boardLines(board: BoardView, metric: BoardMetric, isFirst: boolean): BoardLine[] {
  const sign = boardMetric(metric).isLowBest ? -1 : 1;
  const worth = (row: BoardRowView | ReferenceView) => {
    const value = metricValue(row, metric);
    return value === null ? null : sign * value;
  };
  const [first, last] = [board.items[0], board.items.at(-1)].map((row) => (row ? worth(row) : null));
  const here = board.references.filter((row) => {
    const value = worth(row);
    if (value === null) return false;
    const isBelowStart = isFirst || first === null || first === undefined || value <= first;
    const isAboveEnd = board.nextCursor === null || last === null || last === undefined || value > last;
    return isBelowStart && isAboveEnd;
  });
  const lines: BoardLine[] = [
    ...board.items.map((row): BoardLine => ({ kind: "entrant", row })),
    ...here.map((row): BoardLine => ({ kind: "reference", row })),
  ];
  // A stable sort: among equals people come first, in the order of the board.
  return lines.sort((a, b) => (worth(b.row) ?? 0) - (worth(a.row) ?? 0));
}
