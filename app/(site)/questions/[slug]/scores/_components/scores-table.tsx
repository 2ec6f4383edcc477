import { DataTable } from "#app/_components/data-table.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { PageLink } from "#app/_components/page-link.tsx";
import { percentText } from "#app/_components/percent-text.ts";
import { Section } from "#app/_components/section.tsx";
import { UserName } from "#app/_components/user-name.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import type { ScoredQuestionView } from "#app/_scores/score-view.ts";

interface Props {
  readonly scored: ScoredQuestionView;
  readonly viewerName: string | undefined;
}

/** Everybody who earned something here, the best Peer score first. */
export function ScoresTable({ scored: { scores, run, question }, viewerName }: Props) {
  const total = run?.total ?? 0;
  return (
    <Section
      title="Everybody"
      lead={total > scores.length ? `The first ${scores.length} of ${numberText(total)}.` : undefined}
    >
      <DataTable
        caption="Scores on this question"
        rows={scores}
        keyOf={(row) => row.name}
        isCurrent={(row) => row.name === viewerName}
        empty={<p className="text-soft">There was no active forecast before the answer was known.</p>}
        columns={[
          {
            key: "name",
            header: "Forecaster",
            namesRow: true,
            cell: ({ name, isBot, isSimulated }) => (
              <UserName
                name={name}
                href={`/users/${encodeURIComponent(name)}`}
                isBot={isBot}
                isSimulated={isSimulated}
                isYou={name === viewerName}
              />
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
            cell: (row) => numberText(row.brier, 3),
          },
          { key: "coverage", header: "Coverage", isNumber: true, cell: (row) => percentText(row.coverage) },
          {
            key: "why",
            header: <span className="sr-only">Explanation</span>,
            isNumber: true,
            staysNarrow: true,
            cell: ({ name }) => (
              <PageLink href={`/questions/${question.slug}/scores?of=${encodeURIComponent(name)}`} className="link">
                why<span className="sr-only"> {name} has this score</span>
              </PageLink>
            ),
          },
        ]}
        detail={(row) => `Brier ${numberText(row.brier, 3)} · coverage ${percentText(row.coverage)}`}
      />
    </Section>
  );
}
