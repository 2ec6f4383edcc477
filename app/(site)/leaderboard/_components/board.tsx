import { BoardBasis } from "#app/_boards/board-basis.tsx";
import { type BoardParams, boardHref, whichBoard } from "#app/_boards/board-params.ts";
import { BoardTable } from "#app/_boards/board-table.tsx";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { boardMetric } from "#core/ranking/board-metrics.ts";
import { HowRanked } from "./how-ranked.tsx";

/** One board: its rows, and how to read them. */
export const Board = part(async ({ params }: { params: BoardParams }) => {
  const { metric, cursor } = params;
  const asked = { ...whichBoard(params), metric, ...(cursor ? { cursor } : {}) };
  const board = await orNotFound((await api()).board.read(asked));
  if (board.items.length === 0 && !cursor) return <NobodyYet params={params} />;
  const { unit, note } = boardMetric(metric);
  return (
    <>
      <p className="mb-4 max-w-measure text-sm text-soft">
        {note} In {unit}.
      </p>
      <BoardTable
        board={board}
        metric={metric}
        isFirst={!cursor}
        viewer={board.viewer?.isBot === params.bots ? board.viewer : null}
      />
      <OlderLink href={board.nextCursor ? boardHref({ ...params, cursor: board.nextCursor }) : undefined}>
        Further down
      </OlderLink>
      <BoardBasis board={board} params={params} />
      <HowRanked board={board} />
    </>
  );
});

function NobodyYet({ params: { season, bots, metric } }: { params: BoardParams }) {
  if (metric === "adjusted") {
    return (
      <EmptyState title="Not worked out yet" action={<ButtonLink href="/leaderboard">See the ranking</ButtonLink>}>
        Difficulty is estimated about a minute after an answer, and for boards of up to a thousand forecasters.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={bots ? "No bot is ranked here yet" : "Nobody is ranked here yet"}
      action={<ButtonLink href="/questions">See what is open</ButtonLink>}
    >
      {season
        ? "A question joins its season once its scheduled close has passed, even when it was answered before."
        : "Ranks appear when the first question that people forecast is answered."}
    </EmptyState>
  );
}
