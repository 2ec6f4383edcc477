import Link from "next/link";
import { classNames } from "#app/_components/class-names.ts";
import type { EventStatus } from "#core/event/event-status.ts";
import { EventMeta, type EventMetaFacts } from "./event-meta.tsx";
import { EventStatusBadge } from "./event-status-badge.tsx";
import { FictionalBadge } from "./fictional-badge.tsx";

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
