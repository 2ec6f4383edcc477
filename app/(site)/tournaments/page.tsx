import type { Metadata } from "next";
import { Badge } from "#app/_components/badge.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { ItemList, ListItem } from "#app/_components/item-list.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { countText } from "#core/text/count-text.ts";

export const metadata: Metadata = {
  title: "Tournaments",
  description: "Dated sets of questions whose forecasters are ranked together, with final tables that stay.",
};

export default async function TournamentsPage() {
  const caller = await api();
  const [tournaments, viewer] = await Promise.all([caller.tournament.list(), caller.user.viewer()]);
  const mayCreate = viewer !== null && may({ kind: "user", ...viewer }, "create_tournament");
  const create = <ButtonLink href="/tournaments/new">New tournament</ButtonLink>;
  return (
    <>
      <PageHeader
        title="Tournaments"
        lead="Dated sets of questions, ranked by the sum of Peer scores. When one is over its table is frozen, and stays."
        {...(mayCreate ? { actions: create } : {})}
      />
      {tournaments.length === 0 ? (
        <EmptyState title="No tournament yet" {...(mayCreate ? { action: create } : {})}>
          A tournament gathers questions that are ranked together. Admins make them.
        </EmptyState>
      ) : (
        <ItemList>
          {tournaments.map(({ slug, title, startsAt, endsAt, questions, hasTable }) => (
            <ListItem
              key={slug}
              title={
                <PageLink href={`/tournaments/${slug}`} className="title-link">
                  {title}
                </PageLink>
              }
              meta={
                <>
                  <span>
                    <Instant at={startsAt.getTime()} form="day" /> – <Instant at={endsAt.getTime()} form="day" />
                  </span>
                  <span>{countText(questions, "question")}</span>
                  {hasTable ? <Badge tone="success">Final table</Badge> : null}
                </>
              }
            />
          ))}
        </ItemList>
      )}
    </>
  );
}
