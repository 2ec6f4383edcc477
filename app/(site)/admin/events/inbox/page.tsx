import type { Metadata } from "next";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { chosenTopic } from "#app/(site)/admin/events/_components/desk/chosen-topic.ts";
import { DeskLinks } from "#app/(site)/admin/events/_components/desk/desk-links.tsx";
import { NoTopic } from "#app/(site)/admin/events/_components/desk/no-topic.tsx";
import { TopicPicker } from "#app/(site)/admin/events/_components/desk/topic-picker.tsx";
import { ImportFile } from "./_components/import-file.tsx";
import { InboxFilters } from "./_components/inbox-filters.tsx";
import { inboxParams } from "./_components/inbox-params.ts";
import { WaitingEvents } from "./_components/waiting-events.tsx";

export const metadata: Metadata = { title: "Inbox" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function InboxPage({ searchParams }: Props) {
  await forPermitted("import_events");
  const caller = await api();
  const [asked, topics] = await Promise.all([searchParams, caller.topic.list()]);
  const topic = chosenTopic(topics, addressParams(asked).slug("topic"));
  const filters = inboxParams(asked);
  return (
    <div className="max-w-column">
      <PageHeader
        title="Inbox"
        lead="What files from elsewhere say that happened. Nothing of it is in a log before you take it in."
      />
      <DeskLinks current="/admin/events/inbox" />
      {topic ? (
        <>
          <TopicPicker action="/admin/events/inbox" topics={topics} slug={topic.slug} />
          <ImportFile topicId={topic.id} />
          <InboxFilters topic={topic.slug} filters={filters} />
          <WaitingEvents topic={topic} filters={filters} />
        </>
      ) : (
        <NoTopic />
      )}
    </div>
  );
}
