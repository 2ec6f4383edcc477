import type { inferRouterOutputs } from "@trpc/server";
import { dayText } from "#app/_components/instant-text.ts";
import { countText, numberText } from "#app/_components/number-text.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";
import type { AppRouter } from "#server/api/root.ts";

type Report = inferRouterOutputs<AppRouter>["inbox"]["import"];

/** How the first rows of a file will look, and how many of its first part cannot be read. */
export function SampleEvents({ report: { rows, faulty, sample, faults } }: { report: Report }) {
  return (
    <div className="space-y-2 text-sm">
      <p className="font-medium">
        Of the first {countText(rows, "row")}, {numberText(rows - faulty)} can be taken in.
      </p>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {sample.map(({ line, headline, type, occurredFrom }) => (
          <li key={line} className="py-1.5 wrap-anywhere">
            <span className="text-soft">Line {line}: </span>
            {headline}
            <span className="text-soft">
              {" "}
              · {dayText(occurredFrom.getTime())} · {eventTypeLabel(type)}
            </span>
          </li>
        ))}
        {faults.slice(0, 5).map(({ line, message }) => (
          <li key={line} className="py-1.5 text-danger wrap-anywhere">
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
