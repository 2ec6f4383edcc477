import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { AloneNotice } from "#app/_resolution/alone-notice.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { chosenTopic } from "./_components/desk/chosen-topic.ts";
import { DeskLinks } from "./_components/desk/desk-links.tsx";
import { NoTopic } from "./_components/desk/no-topic.tsx";
import { LogEventForm } from "./_components/form/log-event-form.tsx";

export const metadata: Metadata = { title: "Log an event" };

export default async function LogEventPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  await forPermitted("log_event");
  const caller = await api();
  const [query, topics, known, canReadPages] = await Promise.all([
    searchParams,
    caller.topic.list(),
    caller.event.actors(),
    caller.sourcePage.mayFetch(),
  ]);
  const topic = chosenTopic(topics, addressParams(query).slug("topic"));
  const words = topic ? await caller.event.vocabulary({ topicId: topic.id }) : undefined;
  return (
    <div className="max-w-column">
      <PageHeader
        title="Log an event"
        lead="Something that happened, on at least one source. It is recorded under your name and the time at which you log it, and never altered: what turns out otherwise becomes a revision."
      />
      <DeskLinks current="/admin/events" />
      <div className="mb-6">
        <AloneNotice kind="answer" />
      </div>
      {topic && words ? (
        <LogEventForm topics={topics} topicId={topic.id} known={known} words={words} canReadPages={canReadPages} />
      ) : (
        <NoTopic />
      )}
    </div>
  );
}
