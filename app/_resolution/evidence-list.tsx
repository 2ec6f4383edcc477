import Link from "next/link";
import { dayText } from "#app/_components/instant-text.ts";
import { LinkElsewhere } from "#app/_components/link-elsewhere.tsx";
import { Occurred } from "#app/_events/occurred.tsx";
import type { Occurrence } from "#app/_events/occurred-text.ts";
import { SourceHost } from "#app/_events/source-host.tsx";
import { eventTypeLabel } from "#core/event/event-types.ts";
import { CitedCoverage, type CitedCoverageView } from "./cited-coverage.tsx";

interface Evidence {
  readonly eventId: string;
  readonly headline: string;
  readonly type: string;
  readonly occurredFrom: Date;
  readonly occurredUntil: Date;
  readonly precision: string;
  readonly sources: readonly { publisher: string; title: string; url: string; publishedAt: Date; tier: string }[];
}

interface Props {
  readonly evidence: readonly Evidence[];
  readonly coverage: readonly CitedCoverageView[];
}

/** What an answer rests on: events, each with who reported it, and signed statements that the log is complete. */
export function EvidenceList({ evidence, coverage }: Props) {
  if (evidence.length + coverage.length === 0) return <p className="text-sm text-soft">No event is cited.</p>;
  return (
    <>
      {evidence.length > 0 ? <CitedEvents evidence={evidence} /> : null}
      {coverage.length > 0 ? <CitedCoverage coverage={coverage} isAlone={evidence.length === 0} /> : null}
    </>
  );
}

/** Events, each with who reported it. */
function CitedEvents({ evidence }: Pick<Props, "evidence">) {
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
                <LinkElsewhere href={source.url} className="underline hover:text-accent">
                  {source.publisher}: {source.title}
                </LinkElsewhere>{" "}
                <SourceHost url={source.url} /> ({source.tier}, {dayText(source.publishedAt.getTime())})
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
