import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { ButtonLink } from "#app/_components/button.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Prose } from "#app/_components/prose.tsx";
import { Split } from "#app/_components/split.tsx";
import { asOfFrom, asOfQuery } from "#app/_events/as-of.ts";
import { AsOfBar } from "#app/_events/as-of-bar.tsx";
import type { EventView } from "#app/_events/event-view.ts";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";
import { EventAnswers } from "./_components/event-answers.tsx";
import { EventEffects } from "./_components/event-effects.tsx";
import { EventFacts } from "./_components/event-facts.tsx";
import { EventHeader } from "./_components/event-header.tsx";
import { EventStatusNotice } from "./_components/event-status-notice.tsx";
import { RevisionList } from "./_components/revision-list.tsx";
import { SourceList } from "./_components/source-list.tsx";

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<AddressQuery>;
}

async function load({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const asOf = asOfFrom(query.asOf);
  return { id, asOf, event: await eventKnownAt(id, asOf) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { event } = await load(props);
  return { title: event?.revisions[0]?.headline ?? "Event" };
}

export default async function EventPage(props: Props) {
  const { id, event, asOf } = await load(props);
  const latest = event?.revisions[0];
  if (!event || !latest) return asOf ? <NotYetKnown eventId={id} asOf={asOf} /> : null;
  const viewer = await (await api()).user.viewer();
  return (
    <>
      <EventHeader event={event} latest={latest} viewer={viewer} />
      <div className="mb-6 space-y-4">
        <EventStatusNotice event={event} latest={latest} query={asOfQuery(asOf)} />
        <AsOfBar path={`/events/${event.id}`} asOf={asOf} />
      </div>
      <Split aside={<EventFacts revision={latest} first={event.revisions.at(-1) ?? latest} />}>
        {latest.description ? <Prose markdown={latest.description} face="story" /> : null}
        <SourceList sources={latest.sources} eventId={event.id} asOf={asOf} />
        <EventEffects eventId={event.id} asOf={asOf} />
        <EventAnswers answers={event.answers} />
        <RevisionList revisions={event.revisions} />
      </Split>
    </>
  );
}

/** The event as it was known at an instant (now when left out); null when it was recorded only later. */
async function eventKnownAt(eventId: string, asOf: Date | undefined): Promise<EventView | null> {
  const caller = await api();
  if (!asOf) return orNotFound(caller.event.byId({ eventId }));
  try {
    return await caller.event.byId({ eventId, asOf });
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code !== "NOT_FOUND") return orNotFound(Promise.reject(error));
    await orNotFound(caller.event.byId({ eventId }));
    return null;
  }
}

/** An event that had not been recorded at the instant for which the log is shown. */
function NotYetKnown({ eventId, asOf }: { eventId: string; asOf: Date }) {
  return (
    <PageHeader
      title="Not in the log by then"
      lead={
        <>
          <p>
            At <Instant at={asOf.getTime()} form="absolute" /> this event had not been recorded.
          </p>
          <p className="mt-5">
            <ButtonLink href={`/events/${eventId}`}>Show it as known now</ButtonLink>
          </p>
        </>
      }
    />
  );
}
