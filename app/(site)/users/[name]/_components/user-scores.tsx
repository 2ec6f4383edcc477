import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { ScoresList } from "#app/_scores/scores-list.tsx";
import { api } from "#app/_trpc/server.ts";

/** A page of scores, the question answered last first. */
export const UserScores = part(async ({ name, cursor }: { name: string; cursor: string | undefined }) => {
  const { items, nextCursor } = await (await api()).score.ofUser({ name, ...(cursor ? { cursor } : {}) });
  if (items.length === 0) {
    return <EmptyState title="Nothing scored yet">Scores appear when a question they forecast is answered.</EmptyState>;
  }
  return (
    <>
      <ScoresList name={name} rows={items} />
      <OlderLink href={nextCursor ? `/users/${encodeURIComponent(name)}?cursor=${nextCursor}#record` : undefined} />
    </>
  );
});
