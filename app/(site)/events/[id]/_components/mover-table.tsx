import type { inferRouterOutputs } from "@trpc/server";
import { shownValueText } from "#app/_attribution/shown-value-text.ts";
import { DataTable } from "#app/_components/data-table.tsx";
import { UserName } from "#app/_components/user-name.tsx";
import type { AppRouter } from "#server/api/root.ts";

export type MovedQuestionView = inferRouterOutputs<AppRouter>["attribution"]["ofEvent"]["questions"][number];

type Mover = MovedQuestionView["movers"][number];

/** Those who moved furthest between a day before the report and a day after it. */
export function MoverTable({ question }: { question: MovedQuestionView }) {
  const { title, movers, moverCount } = question;
  const told = (key: string, header: string, value: (mover: Mover) => number | null) => ({
    key,
    header,
    cell: (mover: Mover) => {
      const said = value(mover);
      return said === null ? "–" : shownValueText(question, said);
    },
    isNumber: true,
    staysNarrow: true,
  });
  return (
    <>
      <DataTable
        caption={`Who moved on “${title}” around the report`}
        rows={movers}
        keyOf={({ name }) => name}
        columns={[
          {
            key: "name",
            header: "Forecaster",
            cell: (mover) => <UserName {...mover} href={`/users/${encodeURIComponent(mover.name)}`} />,
            namesRow: true,
          },
          told("dayBefore", "24 h before", ({ dayBefore }) => dayBefore),
          told("before", "At it", ({ before }) => before),
          told("dayLater", "24 h after", ({ dayLater }) => dayLater),
        ]}
      />
      {moverCount > movers.length ? (
        <p className="mt-2 text-sm text-soft">The {movers.length} who moved furthest.</p>
      ) : null}
    </>
  );
}
