import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { Timeline, TimelineItem } from "#app/_components/timeline.tsx";
import { EventEntry } from "#app/_events/event-entry.tsx";
import { Occurred } from "#app/_events/occurred.tsx";
import { api } from "#app/_trpc/server.ts";

/** What happened last, in any topic. */
export const LatestEvents = part(async () => {
  const { items } = await (await api()).event.list({ limit: 6 });
  return (
    <Section
      title="Latest events"
      aside={
        <PageLink href="/events" className="link">
          All events
        </PageLink>
      }
    >
      {items.length === 0 ? (
        <p className="text-soft">Nothing is logged yet. Moderators log what happens, with its sources.</p>
      ) : (
        <Timeline>
          {items.map((event) => (
            <TimelineItem key={event.id} when={<Occurred event={event} />}>
              <EventEntry event={event} namesTopic />
            </TimelineItem>
          ))}
        </Timeline>
      )}
    </Section>
  );
});
