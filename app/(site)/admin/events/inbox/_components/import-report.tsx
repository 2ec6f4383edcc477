import { Notice } from "#app/_components/notice.tsx";
import { countText, numberText } from "#app/_components/number-text.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";
import type { RowCounts } from "#core/event/import/added-reports.ts";

/** The plain words for the rule that a row breaks. */
const REASONS: Record<string, string> = {
  columns_must_be_known: "not the columns of this form",
  id_must_be_given: "no number of its own",
  date_must_be_readable: "no readable date",
  type_must_be_mapped: "nothing that counts as an event here",
  source_must_be_on_the_web: "no source on the web",
  event_must_be_sound: "something the log does not take",
};

/** What became of a file: how much is new, and which rows were left out, and why. */
export function ImportReport({ report }: { report: RowCounts }) {
  const { rows, added, repeated, faulty, byReason, unmapped, byType, faults } = report;
  return (
    <Notice
      tone={added > 0 ? "success" : "info"}
      live
      title={`${countText(added, "event")} of ${countText(rows, "row")} wait below`}
    >
      <p>
        {countText(repeated, "row")} known already, {countText(faulty, "row")} left out.
      </p>
      <Counts title="By type" counts={byType} nameOf={eventTypeLabel} />
      <Counts title="Left out, for having" counts={byReason} nameOf={(reason) => REASONS[reason] ?? reason} />
      <Counts title="Codes without a type" counts={unmapped} />
      {faults.length > 0 ? (
        <details className="mt-3">
          <summary className="cursor-pointer">The first lines left out</summary>
          <ul className="mt-1">
            {faults.map(({ line, message }) => (
              <li key={line}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Notice>
  );
}

interface CountsProps {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly nameOf?: (name: string) => string;
}

/** The most frequent first, in columns, so that a long list is still read at a glance. */
function Counts({ title, counts, nameOf = (name) => name }: CountsProps) {
  const sorted = Object.entries(counts).sort(([, one], [, other]) => other - one);
  if (sorted.length === 0) return null;
  return (
    <section className="mt-3">
      <h3 className="font-medium">{title}</h3>
      <ul className="gap-x-6 sm:columns-2">
        {sorted.map(([name, count]) => (
          <li key={name} className="flex break-inside-avoid justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">{nameOf(name)}</span>
            <span className="tabular-nums">{numberText(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
