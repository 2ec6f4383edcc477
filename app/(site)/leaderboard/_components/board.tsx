import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { type BoardParams, boardHref } from "./board-params.ts";
import { BoardTable } from "./board-table.tsx";
import { HowRanked } from "./how-ranked.tsx";

/** One board: its rows, and how to read them. */
export async function Board({ params }: { params: BoardParams }) {
  const { board, ...asked } = params;
  const caller = await api();
  const read = await orNotFound(caller.board.read(asked));
  const { cursor, ...which } = asked;
  if (read.items.length === 0 && !cursor) return <NobodyYet isSeason={which.season !== undefined} bots={which.bots} />;
  const { intervals } = await caller.board.intervals(which);
  return (
    <>
      <BoardTable
        caption={`Leaderboard, ${read.label}`}
        rows={read.items}
        viewer={read.viewer?.isBot === which.bots ? read.viewer : null}
        intervals={intervals}
      />
      <OlderLink href={read.nextCursor ? boardHref({ ...params, cursor: read.nextCursor }) : undefined}>
        Further down
      </OlderLink>
      <HowRanked hasIntervals={intervals !== null} />
    </>
  );
}

function NobodyYet({ isSeason, bots }: { isSeason: boolean; bots: boolean }) {
  return (
    <EmptyState
      title={bots ? "No bot is ranked here yet" : "Nobody is ranked here yet"}
      action={<ButtonLink href="/questions">See what is open</ButtonLink>}
    >
      {isSeason
        ? "A question joins its season once its scheduled close has passed, even when it was answered before."
        : "Ranks appear when the first question that people forecast is answered."}
    </EmptyState>
  );
}
