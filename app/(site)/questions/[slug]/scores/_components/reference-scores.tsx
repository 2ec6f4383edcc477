import { DataTable } from "#app/_components/data-table.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { percentText } from "#app/_components/percent-text.ts";
import { Section } from "#app/_components/section.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import type { ScoredQuestionView } from "#app/_scores/score-view.ts";

/** What the crowd, put together in each way, would have earned here. */
export function ReferenceScores({ references }: Pick<ScoredQuestionView, "references">) {
  return (
    <Section
      title="The crowd, had it been a forecaster"
      lead="Put together in several ways, each compared with everybody’s mean at the same time. These have no place and change nobody’s score."
    >
      <DataTable
        caption="Scores of the references on this question"
        rows={references}
        keyOf={({ label }) => label}
        columns={[
          {
            key: "name",
            header: "Reference",
            namesRow: true,
            cell: ({ label, note }) => (
              <>
                <span className="italic">{label}</span> <span className="text-xs text-soft">{note}</span>
              </>
            ),
          },
          {
            key: "peer",
            header: <MetricLink metric="peer">Peer</MetricLink>,
            isNumber: true,
            staysNarrow: true,
            cell: (row) => signedText(row.peer),
          },
          { key: "baseline", header: "Baseline", isNumber: true, cell: (row) => signedText(row.baseline) },
          {
            key: "brier",
            header: <MetricLink metric="brier">Brier</MetricLink>,
            isNumber: true,
            staysNarrow: true,
            cell: (row) => numberText(row.brier, 3),
          },
          { key: "coverage", header: "Coverage", isNumber: true, cell: (row) => percentText(row.coverage) },
        ]}
      />
    </Section>
  );
}
