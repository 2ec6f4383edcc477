import type { Metadata } from "next";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { EventDesk } from "./_components/event-desk.tsx";

export const metadata: Metadata = { title: "Revise an event" };

export default async function ReviseEventPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: eventId } = await params;
  await forPermitted("revise_event");
  const event = await orNotFound((await api()).event.byId({ eventId }));
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
      <EventDesk event={event} latest={latest} />
    </div>
  );
}
