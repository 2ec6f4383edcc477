import { type Column, DataTable } from "#app/_components/data-table.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { IntervalCell, intervalAxis } from "#app/_scores/interval-cell.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import { metricText, metricValue } from "#app/_scores/metric-value.ts";
import type { BoardRowView, BoardView } from "#app/_scores/score-view.ts";
import { type BoardMetric, boardMetric } from "#core/ranking/board-metrics.ts";
import { type BoardLine, boardLines } from "./board-lines.ts";
import { LineName } from "./line-name.tsx";
import { medalOf } from "./medal-of.ts";

interface Props {
  readonly board: BoardView;
  readonly metric: BoardMetric;
  readonly isFirst: boolean;
  /** The row of whoever asks, when they are ranked here. */
  readonly viewer: BoardRowView | null;
}

/** A board's rows by one metric, with its reference lines among them and its error bars where there are any. */
export function BoardTable({ board, metric, isFirst, viewer }: Props) {
  const lines = boardLines(board, metric, isFirst);
  const isOnPage = viewer === null || board.items.some(({ name }) => name === viewer.name);
  const shown = isOnPage ? lines : [...lines, { kind: "entrant" as const, row: viewer }];
  return (
    <DataTable
      caption={`Leaderboard, ${board.label}, by ${boardMetric(metric).label}`}
      rows={shown}
      keyOf={(line) => (line.kind === "entrant" ? line.row.name : `~${line.row.method}`)}
      isCurrent={(line) => line.kind === "entrant" && line.row.name === viewer?.name}
      columns={columnsOf(board, metric, shown, viewer)}
      detail={(line) => detailOf(line, metric)}
    />
  );
}

const decimalsOf = (metric: BoardMetric) => (metric === "rating" ? 2 : 0);
const intervalOf = ({ row }: BoardLine, metric: BoardMetric) =>
  metric === "rating" ? row.ratingInterval : metric === "peer" ? row.peerInterval : null;

/** On a phone: what the hidden columns say. */
function detailOf(line: BoardLine, metric: BoardMetric): string {
  const { questions, coverage } = line.row;
  const interval = intervalOf(line, metric);
  const decimals = decimalsOf(metric);
  const range = interval
    ? `90%: ${signedText(interval.lower, decimals)} to ${signedText(interval.upper, decimals)}${line.kind === "entrant" ? placesText(interval) : ""} · `
    : "";
  return `${range}${numberText(questions)} scored · coverage ${numberText(coverage, 1)}`;
}

function placesText({ best, worst }: { best: number; worst: number }): string {
  return best === worst ? `, place ${best}` : `, places ${best}–${worst}`;
}

function columnsOf(board: BoardView, metric: BoardMetric, shown: readonly BoardLine[], viewer: BoardRowView | null) {
  const { label, ranks } = boardMetric(metric);
  const axis = intervalAxis(shown.map((line) => intervalOf(line, metric)));
  const columns: Column<BoardLine>[] = [
    {
      key: "name",
      header: "Forecaster",
      namesRow: true,
      cell: (line) => <LineName line={line} isYou={viewerIs(line, viewer)} medal={medalOf(board, line, metric)} />,
    },
    {
      key: "value",
      header: <MetricLink metric={metric}>{label}</MetricLink>,
      isNumber: true,
      staysNarrow: true,
      cell: (line) =>
        line.kind === "entrant" ? <strong>{metricText(line.row, metric)}</strong> : metricText(line.row, metric),
    },
  ];
  if (ranks) columns.unshift(rankColumn);
  if (axis) {
    columns.push({
      key: "interval",
      header: "90% interval and places",
      cell: (line) => (
        <IntervalCell
          value={metricValue(line.row, metric) ?? 0}
          interval={intervalOf(line, metric)}
          axis={axis}
          decimals={decimalsOf(metric)}
          hasPlace={line.kind === "entrant"}
        />
      ),
    });
  }
  return [...columns, ...restColumns.filter(({ key }) => key !== metric)];
}

const rankColumn: Column<BoardLine> = {
  key: "rank",
  header: "#",
  isNumber: true,
  staysNarrow: true,
  cell: (line) => (line.kind === "entrant" ? line.row.rank : <span className="text-faint">–</span>),
};

const restColumns: Column<BoardLine>[] = [
  {
    key: "peer",
    header: <MetricLink metric="peer">Peer sum</MetricLink>,
    isNumber: true,
    cell: ({ row }) => metricText(row, "peer"),
  },
  { key: "questions", header: "Scored", isNumber: true, cell: ({ row }) => numberText(row.questions) },
  { key: "coverage", header: "Coverage", isNumber: true, cell: ({ row }) => numberText(row.coverage, 1) },
  {
    key: "brier",
    header: <MetricLink metric="brier">Brier</MetricLink>,
    isNumber: true,
    cell: ({ row }) => metricText(row, "brier"),
  },
];

function viewerIs(line: BoardLine, viewer: BoardRowView | null): boolean {
  return line.kind === "entrant" && line.row.name === viewer?.name;
}
