import type { Metadata } from "next";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { Section } from "#app/_components/section.tsx";
import { asOfFrom, asOfQuery } from "#app/_events/as-of.ts";
import { AsOfBar } from "#app/_events/as-of-bar.tsx";
import { MonthTimeline } from "#app/_events/month-timeline.tsx";
import { CountBars } from "#app/_signals/count-bars.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { SignalHeader } from "./_components/signal-header.tsx";
import { SignalVersions } from "./_components/signal-versions.tsx";

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
