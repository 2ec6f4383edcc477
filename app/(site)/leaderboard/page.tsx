import type { Metadata } from "next";
import { Suspense } from "react";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { boardHref, boardParams } from "#app/_boards/board-params.ts";
import { ButtonLink } from "#app/_components/button.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageSkeleton } from "#app/_components/page-skeleton.tsx";
import { TabLinks } from "#app/_components/tab-links.tsx";
import { Board } from "./_components/board.tsx";
import { BoardChoice } from "./_components/board-choice.tsx";

export const metadata: Metadata = {
  title: "Leaderboard",
  description: "Who forecasts better than the others, compared on the same questions at the same time.",
};

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function LeaderboardPage({ searchParams }: Props) {
  const params = boardParams(await searchParams);
  const { board, metric } = params;
  return (
    <>
      <PageHeader
        title="Leaderboard"
        lead="Everybody is compared with the others who had an active forecast on the same question at the same time."
        actions={
          <>
            <ButtonLink href="/tournaments" tone="secondary">
              Tournaments
            </ButtonLink>
            <ButtonLink href="/calibration" tone="secondary">
              Calibration
            </ButtonLink>
            <ButtonLink href="/leaderboard/profit" tone="secondary">
              Profit
            </ButtonLink>
          </>
        }
      />
      <TabLinks
        label="Who is ranked"
        tabs={[
          { href: boardHref({ board, metric, bots: false }), label: "People", isCurrent: !params.bots },
          { href: boardHref({ board, metric, bots: true }), label: "Bots", isCurrent: params.bots },
        ]}
      />
      <BoardChoice key={`${board} ${metric}`} params={params} />
      <Suspense key={boardHref(params)} fallback={<PageSkeleton />}>
        <Board params={params} />
      </Suspense>
    </>
  );
}
