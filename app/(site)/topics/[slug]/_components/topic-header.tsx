import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { FictionalBadge } from "#app/_events/fictional-badge.tsx";
import { may, type Role } from "#core/permissions.ts";

interface TopicHeaderProps {
  readonly topic: { readonly slug: string; readonly title: string; readonly isFictional: boolean };
  readonly viewer: { readonly id: string; readonly name: string; readonly role: Role } | null;
}

/** The topic's title, said plainly when it is made up, and what moderators do with it. */
export function TopicHeader({ topic, viewer }: TopicHeaderProps) {
  const actor = viewer ? ({ kind: "user", ...viewer } as const) : ({ kind: "anonymous" } as const);
  const actions = may(actor, "log_event") ? (
    <>
      <ButtonLink href={`/admin/events?topic=${topic.slug}`}>Log an event</ButtonLink>
      <ButtonLink href={`/admin/events/coverage?topic=${topic.slug}`} tone="secondary">
        Sign coverage
      </ButtonLink>
      <ButtonLink href={`/admin/events/topic/${topic.slug}`} tone="secondary">
        Edit
      </ButtonLink>
    </>
  ) : undefined;
  return (
    <PageHeader
      title={topic.title}
      above={
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Breadcrumbs crumbs={[{ label: "Topics", href: "/topics" }]} />
          {topic.isFictional ? <FictionalBadge /> : null}
        </div>
      }
      actions={actions}
    />
  );
}
