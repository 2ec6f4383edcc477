import { dayText } from "#app/_components/instant-text.ts";
import { numberText } from "#app/_components/number-text.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";
import { countText } from "#core/text/count-text.ts";
import { placeText, Remarks } from "./remarks.tsx";
import type { Report } from "./use-event-file.ts";

/** How the first rows of a file will look, and how many of its first part cannot be read. */
export function SampleEvents({ report: { rows, leftOut, sample, faults, notes } }: { report: Report }) {
  return (
    <div className="space-y-2 text-sm">
      <p className="font-medium">
        Of the first {countText(rows, "row")}, {numberText(rows - leftOut)} can be taken in.
      </p>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {sample.map(({ line, record, headline, type, occurredFrom }) => (
          <li key={`${line} ${record}`} className="py-1.5 wrap-anywhere">
            <span className="text-soft">{placeText({ line, record, column: null })}: </span>
            {headline}
            <span className="text-soft">
              {" "}
              · {dayText(occurredFrom.getTime())} · {eventTypeLabel(type)}
            </span>
          </li>
        ))}
      </ul>
      <Remarks remarks={faults.slice(0, SHOWN)} className="text-danger wrap-anywhere" />
      <Remarks remarks={notes.slice(0, SHOWN)} className="text-pending wrap-anywhere" />
    </div>
  );
}

const SHOWN = 5;
