import type { Metadata } from "next";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { asOfQuery } from "#app/_events/as-of.ts";
import { AsOfBar } from "#app/_events/as-of-bar.tsx";
import { MonthTimeline } from "#app/_events/month-timeline.tsx";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { EventFilters } from "./_components/event-filters.tsx";
import { filtersFrom, filtersQuery, keptFilters, listScope } from "./_components/filters-from.ts";

export const metadata: Metadata = {
  title: "Events",
  description: "What happened, by which sources, and when it was recorded: the log that decides questions.",
};

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function EventsPage({ searchParams }: Props) {
  const caller = await api();
  const filters = filtersFrom(await searchParams);
  const [topics, actors, viewer] = await Promise.all([
    caller.topic.list(),
    caller.event.actors(),
    caller.user.viewer(),
  ]);
  const scope = listScope(filters, topics);
  const { items, nextCursor } = await caller.event.list(scope);
  const mayLog = viewer !== null && may({ kind: "user", ...viewer }, "log_event");
  return (
    <>
      <PageHeader
        title="Events"
        lead="The log: what happened, by which sources, and when it was recorded. It is what questions are decided by."
        {...(mayLog ? { actions: <ButtonLink href="/admin/events">Log an event</ButtonLink> } : {})}
      />
      <EventFilters filters={filters} topics={topics} actors={actors} />
      <div className="mb-8">
        <AsOfBar path="/events" asOf={scope.asOf} kept={keptFilters(filters)} />
      </div>
      {items.length === 0 ? (
        <EmptyState
          title="No event fits"
          action={
            <ButtonLink href="/events" tone="secondary">
              Show every event
            </ButtonLink>
          }
        >
          Try fewer filters, a wider type, or another word.
        </EmptyState>
      ) : (
        <>
          <h2 className="sr-only">What happened</h2>
          <MonthTimeline events={items} query={asOfQuery(scope.asOf)} namesTopic={!scope.topicId} />
        </>
      )}
      <OlderLink href={nextCursor ? `/events?${filtersQuery({ ...filters, before: nextCursor })}` : undefined}>
        Earlier events
      </OlderLink>
    </>
  );
}
