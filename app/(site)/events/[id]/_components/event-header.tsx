import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { EventStatusBadge } from "#app/_events/event-status-badge.tsx";
import { FictionalBadge } from "#app/_events/fictional-badge.tsx";
import { Occurred } from "#app/_events/occurred.tsx";
import type { Occurrence } from "#app/_events/occurred-text.ts";
import type { Role } from "#core/actor.ts";
import type { EventStatus } from "#core/event/event-status.ts";
import { may } from "#core/permissions.ts";

interface EventHeaderProps {
  readonly event: {
    readonly id: string;
    readonly topic: { readonly slug: string; readonly title: string; readonly isFictional: boolean };
  };
  readonly latest: { readonly headline: string; readonly status: EventStatus } & Occurrence;
  readonly viewer: { readonly id: string; readonly name: string; readonly role: Role } | null;
}

/** What happened, when, and what is to be thought of it. */
export function EventHeader({ event, latest, viewer }: EventHeaderProps) {
  const { topic } = event;
  const mayRevise = viewer !== null && may({ kind: "user", ...viewer }, "revise_event");
  return (
    <PageHeader
      title={latest.headline}
      above={
        <Breadcrumbs
          crumbs={[
            { label: "Topics", href: "/topics" },
            { label: topic.title, href: `/topics/${topic.slug}` },
          ]}
        />
      }
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Occurred event={latest} />
          <EventStatusBadge status={latest.status} />
          {topic.isFictional ? <FictionalBadge /> : null}
        </span>
      }
      {...(mayRevise
        ? {
            actions: (
              <ButtonLink href={`/admin/events/${event.id}`} tone="secondary">
                Revise
              </ButtonLink>
            ),
          }
        : {})}
    />
  );
}
