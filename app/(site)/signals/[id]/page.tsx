import type { Metadata } from "next";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { Section } from "#app/_components/section.tsx";
import { asOfFrom, asOfQuery } from "#app/_events/as-of.ts";
import { AsOfBar } from "#app/_events/as-of-bar.tsx";
import { MonthTimeline } from "#app/_events/month-timeline.tsx";
import { CountBars } from "#app/_signals/count-bars.tsx";
import type { SignalView } from "#app/_signals/signal-view.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { SignalHeader } from "./_components/signal-header.tsx";

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<AddressQuery>;
}

async function load({ params, searchParams }: Props) {
  const [{ id: signalId }, query] = await Promise.all([params, searchParams]);
  const asOf = asOfFrom(query.asOf);
  const caller = await api();
  return { asOf, signal: await orNotFound(caller.signal.byId({ signalId, ...(asOf ? { asOf } : {}) })) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `${(await load(props)).signal.name} (signal)` };
}

export default async function SignalPage(props: Props) {
  const { signal, asOf } = await load(props);
  const viewer = await (await api()).user.viewer();
  const shown = signal.events.length < signal.count ? `The last ${signal.events.length} of ` : "";
  return (
    <div className="max-w-column">
      <SignalHeader signal={signal} viewer={viewer} />
      <div className="mb-6 space-y-6">
        <AsOfBar path={`/signals/${signal.id}`} asOf={asOf} />
        <CountBars counts={signal.counts} from={signal.spanFrom.getTime()} until={signal.spanUntil.getTime()} />
      </div>
      <Section
        title="Events that fit"
        lead={`${shown}${signal.count} in all, ${signal.recent} in the last thirty days. Disputed and retracted ones are left out.`}
      >
        {signal.events.length === 0 ? (
          <EmptyState title="Nothing fits it yet">When an event is logged that does, it appears here.</EmptyState>
        ) : (
          <MonthTimeline events={signal.events} query={asOfQuery(asOf)} />
        )}
      </Section>
      <SignalVersions versions={signal.versions} />
    </div>
  );
}

/** Everything that the signal ever looked for. */
function SignalVersions({ versions }: { versions: SignalView["versions"] }) {
  return (
    <Section title="History" lead="What it looked for, the latest first. No version is ever altered.">
      <ol reversed className="divide-y divide-hairline border-y border-hairline text-sm">
        {versions.map(({ number, name, phrase, note, isRetired, madeAt, madeByName }) => (
          <li key={number} className="space-y-1 py-3">
            <p>
              <span className="font-semibold">
                Version {number}
                {isRetired ? ", retired" : ""}
              </span>{" "}
              <span className="text-soft">
                by {madeByName}, <Instant at={madeAt.getTime()} form="absolute" />
              </span>
            </p>
            <p>
              {name}: {phrase}
            </p>
            {note ? <p className="text-soft">{note}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
