import { DataTable } from "#app/_components/data-table.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { PageLink } from "#app/_components/page-link.tsx";
import { percentText } from "#app/_components/percent-text.ts";
import { MetricLink } from "./metric-link.tsx";
import type { UserScoreView } from "./score-view.ts";

/** One person's scores, question by question; each score leads to where it came from. */
export function ScoresList({ name, rows }: { name: string; rows: readonly UserScoreView[] }) {
  return (
    <DataTable
      caption={`Scores of ${name}`}
      rows={rows}
      keyOf={(row) => row.questionId}
      columns={[
        {
          key: "question",
          header: "Question",
          namesRow: true,
          cell: (row) => (
            <PageLink href={`/questions/${row.slug}`} className="title-link">
              {row.title}
            </PageLink>
          ),
        },
        { key: "answer", header: "Answer", cell: (row) => row.answer },
        { key: "at", header: "Known", cell: (row) => <Instant at={row.knownAt.getTime()} form="day" /> },
        { key: "coverage", header: "Coverage", isNumber: true, cell: (row) => percentText(row.coverage) },
        {
          key: "brier",
          header: <MetricLink metric="brier">Brier</MetricLink>,
          isNumber: true,
          cell: (row) => numberText(row.brier, 3),
        },
        {
          key: "peer",
          header: <MetricLink metric="peer">Peer</MetricLink>,
          isNumber: true,
          staysNarrow: true,
          cell: (row) => (
            <PageLink href={`/questions/${row.slug}/scores?of=${encodeURIComponent(name)}`} className="link">
              {signedText(row.peer)}
              <span className="sr-only">, why</span>
            </PageLink>
          ),
        },
      ]}
      detail={(row) => `${row.answer} · Brier ${numberText(row.brier, 3)} · coverage ${percentText(row.coverage)}`}
    />
  );
}
