import { Notice } from "#app/_components/notice.tsx";
import { numberText } from "#app/_components/number-text.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";
import type { NamedCount } from "#core/event/import/added-reports.ts";
import { countText } from "#core/text/count-text.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { NOTE_WORDS, RULE_WORDS } from "./import-words.ts";
import { LeftOutButton } from "./left-out-button.tsx";
import { Remarks } from "./remarks.tsx";
import type { Outcome } from "./use-event-file.ts";

/** What became of a file: how much is new, which rows were left out and why, and what was taken otherwise than written. */
export function ImportReport({ outcome: { report, formFault, leftOut, leftOutName, hasMark } }: { outcome: Outcome }) {
  const { rows, added, known, repeated, byRule, byNote, unmapped, byType, faults, notes } = report;
  return (
    <Notice
      tone={formFault ? "error" : report.leftOut > 0 ? "warning" : added > 0 ? "success" : "info"}
      live
      title={`${countText(added, "event")} of ${countText(rows, "row")} ${added === 1 ? "waits" : "wait"} below`}
    >
      {formFault ? <p className="text-danger">{sentenceOf(formFault)}</p> : null}
      <p>
        {countText(known, "row")} known already, {numberText(repeated)} repeated in the file,{" "}
        {numberText(report.leftOut)} left out.
      </p>
      {leftOut === null ? null : (
        <div className="space-y-1 py-1">
          <p>Mend the rows that were left out, and bring in that file: it has them alone.</p>
          <LeftOutButton text={leftOut} name={leftOutName} hasMark={hasMark} />
        </div>
      )}
      <Counts title="By type" counts={byType} nameOf={eventTypeLabel} />
      <Counts title="Left out, for having" counts={byRule} nameOf={(rule) => RULE_WORDS.get(rule) ?? rule} />
      <Counts title="Codes without a type" counts={unmapped} />
      {faults.length > 0 ? (
        <details className="mt-3">
          <summary className="cursor-pointer">The first lines left out</summary>
          <Remarks remarks={faults} />
        </details>
      ) : null}
      <Counts title="Taken otherwise than written" counts={byNote} nameOf={(rule) => NOTE_WORDS.get(rule) ?? rule} />
      {notes.length > 0 ? (
        <details className="mt-3">
          <summary className="cursor-pointer">The first notes</summary>
          <Remarks remarks={notes} />
        </details>
      ) : null}
    </Notice>
  );
}

interface CountsProps {
  readonly title: string;
  readonly counts: readonly NamedCount[];
  readonly nameOf?: (name: string) => string;
}

/** The most frequent first, in columns, so that a long list is still read at a glance. */
function Counts({ title, counts, nameOf = (name) => name }: CountsProps) {
  if (counts.length === 0) return null;
  return (
    <section className="mt-3">
      <h3 className="font-medium">{title}</h3>
      <ul className="gap-x-6 sm:columns-2">
        {counts.map(({ name, count }) => (
          <li key={name} className="flex break-inside-avoid justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">{nameOf(name)}</span>
            <span className="tabular-nums">{numberText(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
