import { DataTable } from "#app/_components/data-table.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { signedText } from "#app/_components/number-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { MetricLink } from "./metric-link.tsx";
import type { ExplanationView } from "./score-view.ts";

type Row = ExplanationView["rows"][number];

/** Each forecast with how long it stood and what it earned. The parts sum to the scores. */
export function EarnedTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption="What each forecast earned"
      rows={rows}
      keyOf={(row) => row.startsAt.toISOString()}
      columns={[
        {
          key: "from",
          header: "Stood from",
          namesRow: true,
          cell: (row) => <Instant at={row.startsAt.getTime()} form="day" />,
        },
        { key: "until", header: "until", cell: (row) => <Instant at={row.endsAt.getTime()} form="day" /> },
        {
          key: "probability",
          header: "Gave the answer",
          isNumber: true,
          staysNarrow: true,
          cell: (row) => percentText(Math.exp(row.logProbability)),
        },
        { key: "coverage", header: "Of the time", isNumber: true, cell: (row) => percentText(row.coverage) },
        { key: "baseline", header: "Baseline", isNumber: true, cell: (row) => signedText(row.baseline) },
        {
          key: "peer",
          header: <MetricLink metric="peer">Peer</MetricLink>,
          isNumber: true,
          staysNarrow: true,
          cell: (row) => signedText(row.peer),
        },
      ]}
      detail={(row) => `until ${row.endsAt.toISOString().slice(0, 10)} · ${percentText(row.coverage)} of the time`}
    />
  );
}
