import type { Metadata } from "next";
import { Suspense } from "react";
import { Badge } from "#app/_components/badge.tsx";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Prose } from "#app/_components/prose.tsx";
import { SkeletonLines } from "#app/_components/skeleton.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { AddQuestionsForm } from "./_components/add-questions-form.tsx";
import { TournamentQuestions } from "./_components/tournament-questions.tsx";
import { TournamentTables } from "./_components/tournament-tables.tsx";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await orNotFound((await api()).tournament.bySlug(await params));
  return { title };
}

export default async function TournamentPage({ params }: Props) {
  const caller = await api();
  const [tournament, viewer] = await Promise.all([
    orNotFound(caller.tournament.bySlug(await params)),
    caller.user.viewer(),
  ]);
  const { slug, title, summary, startsAt, endsAt, isOver } = tournament;
  const mayAdd = !isOver && viewer !== null && may({ kind: "user", ...viewer }, "add_tournament_questions");
  return (
    <>
      <PageHeader
        title={title}
        above={<Breadcrumbs crumbs={[{ href: "/tournaments", label: "Tournaments" }, { label: title }]} />}
        lead={
          <span className="flex flex-wrap items-center gap-x-2">
            <Instant at={startsAt.getTime()} form="absolute" /> – <Instant at={endsAt.getTime()} form="absolute" />
            {isOver ? <Badge>Over</Badge> : <Badge tone="accent">Running</Badge>}
          </span>
        }
      />
      {summary === "" ? null : <Prose markdown={summary} />}
      <Suspense fallback={<SkeletonLines lines={6} />}>
        <TournamentTables slug={slug} isOver={isOver} />
      </Suspense>
      <TournamentQuestions tournament={tournament} />
      {mayAdd ? <AddQuestionsForm slug={slug} /> : null}
    </>
  );
}
