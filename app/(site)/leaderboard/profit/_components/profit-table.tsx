import { DataTable } from "#app/_components/data-table.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { UserName } from "#app/_components/user-name.tsx";
import { signedCredits } from "#app/_market/credits-text.ts";
import { api } from "#app/_trpc/server.ts";
import { countText } from "#core/text/count-text.ts";

interface Props {
  /** As boards are named in addresses: all, season:SLUG, topic:SLUG. */
  readonly board: string;
  readonly cursor: string | undefined;
}

/** The scope that the service knows a board by: topics go by their id there. */
async function scopeOf(board: string): Promise<string | null> {
  const [kind, slug] = board.split(":");
  if (kind === "season" || board === "all") return board;
  if (kind !== "topic") return null;
  const topic = (await (await api()).topic.list()).find((one) => one.slug === slug);
  return topic ? `topic:${topic.id}` : null;
}

/** Everybody who traded in a settled market of the board, by what it came to. */
export const ProfitTable = part(async ({ board, cursor }: Props) => {
  const scope = await scopeOf(board);
  if (scope === null)
    return <EmptyState title="Profit is not counted by tournament">Choose a season or a topic.</EmptyState>;
  const { items, nextCursor } = await (await api()).market.profitBoard({ scope, ...(cursor ? { cursor } : {}) });
  return (
    <>
      <DataTable
        caption="By profit"
        rows={items}
        keyOf={({ name }) => name}
        empty={
          <EmptyState title="Nobody yet">
            People who trade in a market appear here once its question is answered.
          </EmptyState>
        }
        columns={[
          { key: "rank", header: "#", cell: ({ rank }) => rank, isNumber: true, staysNarrow: true },
          {
            key: "name",
            header: "Trader",
            namesRow: true,
            cell: ({ name, isBot, isSimulated }) => (
              <UserName
                name={name}
                href={`/users/${encodeURIComponent(name)}`}
                isBot={isBot}
                isSimulated={isSimulated}
              />
            ),
          },
          { key: "markets", header: "Markets", cell: ({ markets }) => markets, isNumber: true },
          {
            key: "profit",
            header: "Profit",
            isNumber: true,
            staysNarrow: true,
            cell: ({ profitMicros }) => <span className="font-semibold">{signedCredits(profitMicros)}</span>,
          },
        ]}
        detail={({ markets }) => countText(markets, "market")}
      />
      <OlderLink href={nextCursor ? `/leaderboard/profit?board=${board}&cursor=${nextCursor}` : undefined}>
        Further down
      </OlderLink>
    </>
  );
});
