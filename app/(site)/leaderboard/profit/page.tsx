import type { Metadata } from "next";
import { Suspense } from "react";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { boardParams } from "#app/_boards/board-params.ts";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageSkeleton } from "#app/_components/page-skeleton.tsx";
import { BoardChoice } from "#app/(site)/leaderboard/_components/board-choice.tsx";
import { ProfitTable } from "./_components/profit-table.tsx";

export const metadata: Metadata = {
  title: "Profit",
  description: "Who earned most in the play-money markets.",
};

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function ProfitPage({ searchParams }: Props) {
  const params = boardParams(await searchParams, "profit");
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: "/leaderboard", label: "Leaderboard" }, { label: "Profit" }]} />}
        title="Profit"
        lead="Who earned most in settled markets, in play money. Trading well is not forecasting well: the two are never added."
      />
      <BoardChoice key={params.board} params={params} action="/leaderboard/profit" />
      <Suspense key={`${params.board} ${params.cursor}`} fallback={<PageSkeleton />}>
        <ProfitTable board={params.board} cursor={params.cursor} />
      </Suspense>
    </>
  );
}
