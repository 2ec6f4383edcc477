import Link from "next/link";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import type { DuplicateView, EventRevisionView, EventView } from "#app/_events/event-view.ts";
import { api } from "#app/_trpc/server.ts";
import { EventStatusForm } from "./event-status-form.tsx";
import { MergeForm } from "./merge-form.tsx";
import { ReviseEventForm } from "./revise-event-form.tsx";
import { UnmergeForm } from "./unmerge-form.tsx";

interface EventDeskProps {
  readonly event: EventView;
  readonly latest: EventRevisionView;
}

/** What can be done with an event: doubt it, state it anew, merge it; or take its merge back. */
export const EventDesk = part(async ({ event, latest }: EventDeskProps) => {
  if (event.mergedInto) {
    return (
      <Section title="It is merged">
        <p className="mb-4 text-sm">
          <Link href={`/events/${event.mergedInto.id}`} className="link">
            {event.mergedInto.headline}
          </Link>{" "}
          stands for it. Revise that one, or take the merge back: the sources that it brought go back with it.
        </p>
        <UnmergeForm eventId={event.id} />
      </Section>
    );
  }
  const [known, duplicates, words, canReadPages] = await Promise.all([
    (await api()).event.actors(),
    duplicatesOf(event, latest),
    (await api()).event.vocabulary({ topicId: event.topic.id }),
    (await api()).sourcePage.mayFetch(),
  ]);
  return (
    <>
      <Section
        title="Status"
        lead="Whether the event is to be relied on. While disputed or retracted it decides nothing."
      >
        <EventStatusForm key={latest.id} eventId={event.id} current={latest.recordedStatus} />
      </Section>
      <Section
        id="merge"
        title="Merge with a duplicate"
        lead="When the log holds one event twice. The other's sources are united with it; nothing is removed, and it can be taken back."
      >
        <MergeForm key={latest.id} eventId={event.id} duplicates={duplicates} />
      </Section>
      <Section title="What it states">
        <ReviseEventForm {...{ event, latest, known, words, canReadPages }} />
      </Section>
    </>
  );
});

/** The events of the log that may be the same as this one. */
async function duplicatesOf(event: EventView, latest: EventRevisionView): Promise<DuplicateView[]> {
  const { headline, type, occurredFrom, occurredUntil, country, placeName } = latest;
  return (await api()).event.duplicates({
    topicId: event.topic.id,
    eventId: event.id,
    headline,
    type,
    occurredFrom,
    occurredUntil,
    country,
    placeName,
    actors: latest.actors.map(({ code, role }) => ({ code, role })),
    urls: latest.sources.map(({ url }) => url),
  });
}
