import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { TabLinks } from "#app/_components/tab-links.tsx";
import { ScoresList } from "#app/_scores/scores-list.tsx";
import { api } from "#app/_trpc/server.ts";
import { UserForecasts } from "./user-forecasts.tsx";

interface Props {
  readonly name: string;
  readonly search: AddressQuery;
  readonly isYou: boolean;
}

/** What this person was scored on, and what they said. */
export function Acts({ name, search, isYou }: Props) {
  const params = addressParams(search);
  const isForecasts = params.text("tab") === "forecasts";
  const base = `/users/${encodeURIComponent(name)}`;
  return (
    <Section title="Record" id="record">
      <TabLinks
        label="Record"
        tabs={[
          { href: base, label: "Scores", isCurrent: !isForecasts },
          { href: `${base}?tab=forecasts`, label: "Forecasts", isCurrent: isForecasts },
        ]}
      />
      {isForecasts ? (
        <UserForecasts name={name} cursor={params.cursor("forecasts")} isYou={isYou} />
      ) : (
        <UserScores name={name} cursor={params.cursor("scores")} />
      )}
    </Section>
  );
}

/** A page of scores, the question answered last first. */
const UserScores = part(async ({ name, cursor }: { name: string; cursor: string | undefined }) => {
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
