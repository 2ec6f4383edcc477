import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { FictionalBadge } from "#app/_events/fictional-badge.tsx";
import { FollowButton } from "#app/_signals/follow-button.tsx";
import type { Role } from "#core/actor.ts";
import { may } from "#core/permissions.ts";

interface TopicHeaderProps {
  readonly topic: { readonly id: string; readonly slug: string; readonly title: string; readonly isFictional: boolean };
  readonly viewer: { readonly id: string; readonly name: string; readonly role: Role } | null;
  /** Whether the viewer is told of every new event. */
  readonly isFollowed: boolean;
}

/** The topic's title, said plainly when it is made up, and what moderators do with it. */
export function TopicHeader({ topic, viewer, isFollowed }: TopicHeaderProps) {
  const actor = viewer ? ({ kind: "user", ...viewer } as const) : ({ kind: "anonymous" } as const);
  const follow = viewer ? (
    <FollowButton subject={{ kind: "topic", id: topic.id }} name={topic.title} isFollowed={isFollowed} />
  ) : undefined;
  const actions = may(actor, "log_event") ? (
    <>
      {follow}
      <ButtonLink href={`/admin/events?topic=${topic.slug}`}>Log an event</ButtonLink>
      <ButtonLink href={`/admin/events/coverage?topic=${topic.slug}`} tone="secondary">
        Sign coverage
      </ButtonLink>
      <ButtonLink href={`/admin/events/topic/${topic.slug}`} tone="secondary">
        Edit
      </ButtonLink>
    </>
  ) : (
    follow
  );
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
