import Link from "next/link";
import { Occurred } from "#app/_events/occurred.tsx";
import type { Occurrence } from "#app/_events/occurred-text.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";
import { formatDate } from "#core/time/format-instant.ts";

interface Evidence {
  readonly eventId: string;
  readonly headline: string;
  readonly type: string;
  readonly occurredFrom: Date;
  readonly occurredUntil: Date;
  readonly precision: string;
  readonly sources: readonly { publisher: string; title: string; url: string; publishedAt: Date; tier: string }[];
}

/** The events an answer rests on, each with who reported it. */
export function EvidenceList({ evidence, coverageCount }: { evidence: readonly Evidence[]; coverageCount: number }) {
  if (evidence.length === 0) {
    return (
      <p className="text-sm text-soft">
        {coverageCount > 0
          ? `No event: the answer rests on ${coverageCount === 1 ? "a signed statement" : `${coverageCount} signed statements`} that the log is complete for the window.`
          : "No event is cited."}
      </p>
    );
  }
  return (
    <ul className="space-y-3">
      {evidence.map((event) => (
        <li key={event.eventId} className="border-l-2 border-accent pl-3 text-sm">
          <Link href={`/events/${event.eventId}`} className="font-medium hover:text-accent hover:underline">
            {event.headline}
          </Link>
          <p className="text-soft">
            <Occurred event={occurrenceOf(event)} /> · {eventTypeLabel(event.type)}
          </p>
          <ul className="mt-1 space-y-0.5 text-soft">
            {event.sources.map((source) => (
              <li key={source.url}>
                <a href={source.url} rel="nofollow ugc noopener" className="underline hover:text-accent">
                  {source.publisher}: {source.title}
                </a>{" "}
                ({source.tier}, {formatDate(source.publishedAt.getTime(), "UTC")})
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function occurrenceOf({ occurredFrom, occurredUntil, precision }: Evidence): Occurrence {
  const isKnown = precision === "day" || precision === "month";
  return { occurredFrom, occurredUntil, precision: isKnown ? precision : "instant" };
}
