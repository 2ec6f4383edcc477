import type { Metadata } from "next";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { ReviseEventForm } from "./_components/revise-event-form.tsx";
import { StandingForm } from "./_components/standing-form.tsx";

export const metadata: Metadata = { title: "Revise an event" };

export default async function ReviseEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: eventId } = await params;
  const viewer = await forPermitted("revise_event", `/admin/events/${eventId}`);
  if (!viewer) return null;
  const caller = await api();
  const [event, known] = await Promise.all([orNotFound(caller.event.byId({ eventId })), caller.event.actors()]);
  const [latest] = event.revisions;
  if (!latest) return null;
  return (
    <div className="max-w-column">
      <PageHeader
        title="Revise an event"
        above={
          <Breadcrumbs
            crumbs={[
              { label: event.topic.title, href: `/topics/${event.topic.slug}` },
              { label: latest.headline, href: `/events/${event.id}` },
            ]}
          />
        }
        lead={`Now at revision ${latest.number}. What you record here stands from now on; the earlier statements stay readable.`}
      />
      <Section
        title="Its standing"
        lead="Whether the event is to be relied on. While disputed or retracted it decides nothing."
      >
        <StandingForm key={latest.id} eventId={event.id} standing={latest.recordedStatus} />
      </Section>
      <Section title="What it states">
        <ReviseEventForm key={latest.id} event={event} latest={latest} known={known} />
      </Section>
    </div>
  );
}
