import type { BoardView } from "#app/_scores/score-view.ts";
import type { BoardMetric } from "#core/ranking/board-metrics.ts";
import { type Medal, medalOfRank } from "#core/ranking/medal-of-rank.ts";
import type { BoardLine } from "./board-lines.ts";

/** The medal of a line on a board that is over, by its own ranking; none for a provisional place. */
export function medalOf({ isOver, analysis }: BoardView, line: BoardLine, metric: BoardMetric): Medal | null {
  if (!isOver || !analysis || metric !== "rating" || line.kind === "reference" || line.row.isProvisional) return null;
  return medalOfRank(line.row.rank, analysis.entrants);
}
