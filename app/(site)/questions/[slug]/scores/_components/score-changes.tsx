import { DataTable } from "#app/_components/data-table.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { Section } from "#app/_components/section.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import type { ScoreHistoryView } from "#app/_scores/score-view.ts";

type Run = ScoreHistoryView[number];

/** Why a run differs from the one before it, in words. */
function whyText(run: Run): string {
  const words = {
    answer: `the answer became ${run.answerLabel}`,
    known_time: "the answer counts as known from another time",
    engine: `the rules became ${run.engine}`,
    forecasts: "the forecasts, or who is compared, changed",
  } as const;
  if (run.differences.length > 0) return run.differences.map((difference) => words[difference]).join("; ");
  return run.number === 1 ? `the first answer: ${run.answerLabel}` : "nothing: computed again from the same";
}

/** What became of somebody's score when the question was scored again. Nothing to tell of a single run. */
export function ScoreChanges({ history, whose }: { history: ScoreHistoryView; whose: string }) {
  if (history.length < 2) return null;
  return (
    <Section title={`Why ${whose} score changed`} lead="Each time the question was scored. Earlier scores are kept.">
      <DataTable
        caption={`Runs with ${whose} score`}
        rows={history}
        keyOf={({ number }) => String(number)}
        isCurrent={({ counts }) => counts}
        columns={[
          {
            key: "run",
            header: "Run",
            namesRow: true,
            cell: ({ number, createdAt }) => (
              <>
                {number}, <Instant at={createdAt.getTime()} form="absolute" />
              </>
            ),
          },
          { key: "why", header: "Because", cell: whyText },
          {
            key: "peer",
            header: <MetricLink metric="peer">Peer</MetricLink>,
            isNumber: true,
            staysNarrow: true,
            cell: ({ score }) => (score ? signedText(score.peer) : "none"),
          },
          {
            key: "baseline",
            header: "Baseline",
            isNumber: true,
            cell: ({ score }) => (score ? signedText(score.baseline) : ""),
          },
          {
            key: "brier",
            header: <MetricLink metric="brier">Brier</MetricLink>,
            isNumber: true,
            cell: ({ score }) => (score ? numberText(score.brier, 3) : ""),
          },
        ]}
        detail={whyText}
      />
    </Section>
  );
}
