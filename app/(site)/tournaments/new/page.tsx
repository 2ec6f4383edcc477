import type { Metadata } from "next";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { TournamentForm } from "./_components/tournament-form.tsx";

export const metadata: Metadata = { title: "New tournament" };

export default async function NewTournamentPage() {
  await forPermitted("create_tournament");
  return (
    <div className="max-w-column">
      <PageHeader
        title="New tournament"
        above={<Breadcrumbs crumbs={[{ href: "/tournaments", label: "Tournaments" }, { label: "New" }]} />}
        lead="A dated set of questions, ranked together by the sum of Peer scores."
      />
      <TournamentForm />
    </div>
  );
}
