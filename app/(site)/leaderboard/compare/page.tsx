import type { Metadata } from "next";
import { Suspense } from "react";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { boardHref, boardParams } from "#app/_boards/board-params.ts";
import { Breadcrumbs } from "#app/_components/breadcrumbs.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageSkeleton } from "#app/_components/page-skeleton.tsx";
import { BoardChoice } from "#app/(site)/leaderboard/_components/board-choice.tsx";
import { Comparison } from "./_components/comparison.tsx";
import { PairChoice } from "./_components/pair-choice.tsx";
import { PairsTable } from "./_components/pairs-table.tsx";

export const metadata: Metadata = {
  title: "Compare two forecasters",
  description: "Whether one forecaster is really above another, judged on the questions that both answered.",
};

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function ComparePage({ searchParams }: Props) {
  const search = await searchParams;
  const params = boardParams(search);
  const { text } = addressParams(search);
  const [one, other] = [text("one", 40) ?? "", text("other", 40) ?? ""];
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: boardHref(params), label: "Leaderboard" }, { label: "Compare" }]} />}
        title="Compare two forecasters"
        lead="On the questions that both answered, and on no others: the one fair way to ask who is better."
      />
      <BoardChoice key={params.board} params={params} action="/leaderboard/compare" />
      <Suspense key={`${params.board} ${one} ${other}`} fallback={<PageSkeleton />}>
        <PairChoice params={params} one={one} other={other} />
        {one && other ? <Comparison params={params} one={one} other={other} /> : null}
        <PairsTable params={params} />
      </Suspense>
    </>
  );
}
