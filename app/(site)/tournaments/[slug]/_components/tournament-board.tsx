import { BoardBasis } from "#app/_boards/board-basis.tsx";
import { boardHref, boardParams } from "#app/_boards/board-params.ts";
import { BoardTable } from "#app/_boards/board-table.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { api } from "#app/_trpc/server.ts";

const SHOWN = 20;

/** The board as it stands now, by the sum that ranks a tournament. */
export const TournamentBoard = part(async ({ slug }: { slug: string }) => {
  const params = boardParams({ board: `tournament:${slug}`, by: "peer" });
  const board = await (await api()).board.read({ tournament: slug, metric: "peer", limit: SHOWN });
  return (
    <Section
      title="The board now"
      lead="By the sum of Peer scores. A question counts as soon as it has an answer."
      aside={
        <PageLink href={boardHref(params)} className="link">
          By other metrics
        </PageLink>
      }
    >
      {board.items.length === 0 ? (
        <p className="max-w-measure text-soft">
          Ranks appear when the first of its questions that people forecast is answered.
        </p>
      ) : (
        <>
          <BoardTable board={board} metric="peer" isFirst viewer={board.viewer?.isBot ? null : board.viewer} />
          <BoardBasis board={board} params={params} />
        </>
      )}
    </Section>
  );
});
