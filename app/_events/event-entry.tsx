import Link from "next/link";
import { classNames } from "#app/_components/class-names.ts";
import type { EventStatus } from "#core/event/event-status.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";
import { countText } from "#core/text/count-text.ts";
import { actorsText, type NamedActor } from "./actors-text.ts";
import { EventStatusBadge } from "./event-status-badge.tsx";
import { FictionalBadge } from "./fictional-badge.tsx";
import { placeText } from "./place-text.ts";

export interface EventEntryFacts extends EventMetaFacts {
  readonly id: string;
  readonly headline: string;
  readonly status: EventStatus;
  readonly topic: { readonly slug: string; readonly title: string; readonly isFictional: boolean };
}

interface EventEntryProps {
  readonly event: EventEntryFacts;
  /** Added to the link: the instant for which the log is shown. */
  readonly query?: string;
  readonly namesTopic?: boolean;
}

/** An event in a list: its headline, what is to be thought of it, and a line about it. */
export function EventEntry({ event, query = "", namesTopic = false }: EventEntryProps) {
  return (
    <div className="space-y-1">
      <p className="leading-snug">
        <Link
          href={`/events/${event.id}${query}`}
          className={classNames("title-link mr-2 font-medium", event.status === "retracted" && "line-through")}
        >
          {event.headline}
        </Link>
        {event.status === "reported" ? null : <EventStatusBadge status={event.status} />}
      </p>
      <EventMeta event={event} />
      {namesTopic ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
          <Link href={`/topics/${event.topic.slug}`} className="title-link">
            {event.topic.title}
          </Link>
          {event.topic.isFictional ? <FictionalBadge isShort /> : null}
        </p>
      ) : null}
    </div>
  );
}

interface EventMetaFacts {
  readonly type: string;
  readonly country: string | null;
  readonly placeName: string | null;
  readonly actors: readonly NamedActor[];
  readonly sources: readonly { readonly publisher: string }[];
  readonly sourceGroups: number;
}

/** One line about an event: what kind, who, where, and on how many sources. */
function EventMeta({ event }: { event: EventMetaFacts }) {
  const [publisher] = event.sources.map((source) => source.publisher);
  const origins = event.sourceGroups < event.sources.length ? ` of ${countText(event.sourceGroups, "origin")}` : "";
  const told = event.sources.length === 1 ? publisher : `${event.sources.length} sources${origins}`;
  const parts = [eventTypeLabel(event.type), actorsText(event.actors), placeText(event), told].filter(Boolean);
  return <p className="text-sm text-soft wrap-anywhere">{parts.join(" · ")}</p>;
}
