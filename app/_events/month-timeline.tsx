import { Timeline, TimelineItem } from "#app/_components/timeline.tsx";
import { EventEntry, type EventEntryFacts } from "./event-entry.tsx";
import { Occurred } from "./occurred.tsx";
import { dayOfMonthText, monthOf, type Occurrence } from "./occurred-text.ts";

interface MonthTimelineProps {
  /** Those that happened last first. */
  readonly events: readonly (EventEntryFacts & Occurrence)[];
  /** Added to each link: the instant for which the log is shown. */
  readonly query: string;
  /** Whether each event says which topic it belongs to. */
  readonly namesTopic?: boolean;
}

/** Events along a line, under the months in which they happened. */
export function MonthTimeline({ events, query, namesTopic = false }: MonthTimelineProps) {
  return (
    <div className="space-y-6">
      {[...Map.groupBy(events, monthOf)].map(([month, inMonth]) => (
        <section key={month} aria-label={month}>
          <h3 className="mb-2 text-sm font-semibold">{month}</h3>
          <Timeline>
            {inMonth.map((event) => (
              <TimelineItem
                key={event.id}
                when={<Occurred event={event}>{dayOfMonthText(event)}</Occurred>}
                isMain={event.status === "corroborated"}
              >
                <EventEntry event={event} query={query} namesTopic={namesTopic} />
              </TimelineItem>
            ))}
          </Timeline>
        </section>
      ))}
    </div>
  );
}
