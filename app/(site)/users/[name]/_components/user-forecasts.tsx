import { Badge } from "#app/_components/badge.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { ItemList, ListItem } from "#app/_components/item-list.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Prose } from "#app/_components/prose.tsx";
import { forecastInFull, forecastText } from "#app/_forecasts/forecast-text.ts";
import type { UserForecastView } from "#app/_forecasts/forecast-view.ts";
import { ProofLink } from "#app/_seals/proof-link.tsx";
import { api } from "#app/_trpc/server.ts";

interface Props {
  readonly name: string;
  readonly cursor: string | undefined;
  readonly isYou: boolean;
}

/** What somebody said, the newest first, as far as its crowd may be known. */
export const UserForecasts = part(async ({ name, cursor, isYou }: Props) => {
  const { items, nextCursor } = await (await api()).forecast.ofUser({ name, ...(cursor ? { cursor } : {}) });
  if (items.length === 0) {
    return (
      <EmptyState title="No forecast to show">
        {isYou
          ? "What you say on a question appears here."
          : "Forecasts on questions whose crowd is hidden are not shown."}
      </EmptyState>
    );
  }
  return (
    <>
      <ItemList>
        {items.map((row) => (
          <Said key={row.id} row={row} />
        ))}
      </ItemList>
      <OlderLink
        href={nextCursor ? `/users/${encodeURIComponent(name)}?tab=forecasts&cursor=${nextCursor}#record` : undefined}
      />
    </>
  );
});

function Said({ row }: { row: UserForecastView }) {
  const asked = { ...row, labels: row.options };
  return (
    <ListItem
      title={
        <PageLink href={`/questions/${row.slug}`} className="title-link">
          {row.title}
        </PageLink>
      }
      meta={
        <>
          <Instant at={row.madeAt.getTime()} form="absolute" />
          <ProofLink kind="forecast" recordId={row.id}>
            Proof
          </ProofLink>
          {row.answer ? <span>Answer: {row.answer}</span> : null}
          {row.isLate ? <Badge>After the answer was known: earns nothing</Badge> : null}
        </>
      }
      figure={row.options.length === 0 ? forecastText(row.probabilities, asked) : undefined}
    >
      {row.options.length === 0 ? null : <p className="text-sm">{forecastInFull(row.probabilities, asked)}</p>}
      {row.rationale ? <Prose markdown={row.rationale} /> : null}
    </ListItem>
  );
}
