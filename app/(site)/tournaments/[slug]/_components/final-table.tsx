import { DataTable } from "#app/_components/data-table.tsx";
import { numberText, signedText } from "#app/_components/number-text.ts";
import { UserName } from "#app/_components/user-name.tsx";
import { MedalBadge } from "#app/_scores/medal-badge.tsx";
import { MetricLink } from "#app/_scores/metric-link.tsx";
import type { TournamentTableView } from "#app/_scores/score-view.ts";

/** One published table. People come first; bots are ranked apart. */
export function FinalTable({ table: { rows, total }, title }: { table: TournamentTableView; title: string }) {
  return (
    <>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={({ name }) => name}
        empty={<p className="text-soft">Nobody was scored in it.</p>}
        columns={[
          { key: "rank", header: "#", isNumber: true, staysNarrow: true, cell: ({ rank }) => rank },
          {
            key: "name",
            header: "Forecaster",
            namesRow: true,
            cell: ({ name, isBot, isSimulated, medal }) => (
              <span className="flex flex-wrap items-center gap-x-1.5">
                <UserName
                  name={name}
                  href={`/users/${encodeURIComponent(name)}`}
                  isBot={isBot}
                  isSimulated={isSimulated}
                />
                {medal ? <MedalBadge medal={medal} /> : null}
              </span>
            ),
          },
          {
            key: "peer",
            header: <MetricLink metric="peer">Peer sum</MetricLink>,
            isNumber: true,
            staysNarrow: true,
            cell: ({ peer }) => <strong>{signedText(peer, 1)}</strong>,
          },
          { key: "questions", header: "Scored", isNumber: true, cell: ({ questions }) => numberText(questions) },
          { key: "coverage", header: "Coverage", isNumber: true, cell: ({ coverage }) => numberText(coverage, 1) },
        ]}
        detail={({ questions, coverage }) => `${numberText(questions)} scored · coverage ${numberText(coverage, 1)}`}
      />
      {total > rows.length ? (
        <p className="mt-3 text-sm text-soft">
          The first {numberText(rows.length)} of {numberText(total)}.
        </p>
      ) : null}
    </>
  );
}
