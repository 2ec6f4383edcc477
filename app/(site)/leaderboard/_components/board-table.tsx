import { Badge } from "#app/_components/badge.tsx";
import { type Column, DataTable } from "#app/_components/data-table.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { UserName } from "#app/_components/user-name.tsx";
import type { BoardRowView, IntervalsView } from "#app/_scores/score-view.ts";
import { BoardInterval, intervalAxis } from "./board-interval.tsx";

interface Props {
  readonly caption: string;
  readonly rows: readonly BoardRowView[];
  readonly viewer: BoardRowView | null;
  readonly intervals: IntervalsView;
}

/** A board's rows, with its error bars where there are enough questions for them. */
export function BoardTable({ caption, rows, viewer, intervals }: Props) {
  const isOnPage = viewer === null || rows.some(({ name }) => name === viewer.name);
  const shown = isOnPage ? rows : [...rows, viewer];
  return (
    <DataTable
      caption={caption}
      rows={shown}
      keyOf={({ name }) => name}
      isCurrent={({ name }) => name === viewer?.name}
      columns={columnsOf(viewer, intervals, shown)}
      detail={(row) =>
        `${row.questions} scored · coverage ${numberText(row.coverage, 1)} · Brier ${numberText(row.meanBrier, 3)}`
      }
    />
  );
}

function columnsOf(viewer: BoardRowView | null, intervals: IntervalsView, rows: readonly BoardRowView[]) {
  const axis = intervalAxis(intervals, rows);
  const columns: Column<BoardRowView>[] = [
    { key: "rank", header: "#", isNumber: true, staysNarrow: true, cell: (row) => row.rank },
    {
      key: "name",
      header: "Forecaster",
      namesRow: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-1.5">
          <UserName
            name={row.name}
            href={`/users/${encodeURIComponent(row.name)}`}
            isBot={row.isBot}
            isSimulated={row.isSimulated}
            isYou={row.name === viewer?.name}
          />
          {row.isImported ? <Badge>Imported</Badge> : null}
          {row.isProvisional ? <Badge tone="pending">Provisional</Badge> : null}
        </span>
      ),
    },
    {
      key: "rating",
      header: "Rating",
      isNumber: true,
      staysNarrow: true,
      cell: (row) => <strong>{signedText(row.rating, 2)}</strong>,
    },
  ];
  if (intervals && axis) {
    columns.push({
      key: "interval",
      header: "95% interval, ranks",
      cell: (row) => <BoardInterval row={row} interval={intervals[row.name]} axis={axis} />,
    });
  }
  columns.push(
    { key: "peer", header: "Peer sum", isNumber: true, cell: (row) => signedText(row.peer, 0) },
    { key: "questions", header: "Scored", isNumber: true, cell: (row) => numberText(row.questions) },
    { key: "coverage", header: "Coverage", isNumber: true, cell: (row) => numberText(row.coverage, 1) },
    { key: "brier", header: "Brier", isNumber: true, cell: (row) => numberText(row.meanBrier, 3) },
  );
  return columns;
}
