import { Occurred } from "#app/_events/occurred.tsx";
import type { DryRunView, QuestionEventView } from "#app/_questions/question-view.ts";

const SHOWN = 6;

const GROUPS = [
  { bearing: "counts", title: "Would count" },
  { bearing: "does_not_count", title: "Fit, but would not count" },
  { bearing: "near_miss", title: "Near misses, by one condition" },
] as const;

/** Which events of the log to date meet the rule, and which nearly do. */
export function DryRunEvents({ run }: { run: DryRunView }) {
  const groups = GROUPS.map(({ bearing, title }) => ({
    title,
    events: run.events.filter((event) => event.bearing === bearing),
  })).filter(({ events }) => events.length > 0);
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold">In the log to date</h3>
      {groups.length === 0 ? (
        <p className="text-sm text-soft">No event has met a condition, or nearly has.</p>
      ) : (
        <div className="space-y-4 text-sm">
          {groups.map(({ title, events }) => (
            <div key={title}>
              <h4 className="text-soft">
                {title} ({events.length})
              </h4>
              <ul className="divide-y divide-hairline">
                {events.slice(0, SHOWN).map((event) => (
                  <DryRunEvent key={event.id} event={event} />
                ))}
              </ul>
              {events.length > SHOWN ? <p className="pt-1 text-soft">And {events.length - SHOWN} more.</p> : null}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function DryRunEvent({ event }: { event: QuestionEventView }) {
  return (
    <li className="py-2">
      <p className="font-medium">{event.headline}</p>
      <p className="text-soft">
        <Occurred event={event} />
        {event.text ? `: ${event.text}` : ""}
      </p>
    </li>
  );
}
