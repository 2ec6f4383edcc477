import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { Section } from "#app/_components/section.tsx";
import { TabLinks } from "#app/_components/tab-links.tsx";
import { UserForecasts } from "./user-forecasts.tsx";
import { UserScores } from "./user-scores.tsx";

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
