import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { may } from "#core/permissions.ts";
import { countText } from "#core/text/count-text.ts";
import { QueuedReopening } from "./_components/queued-reopening.tsx";
import { QueuedResolution } from "./_components/queued-resolution.tsx";
import { QueuedSuggestion } from "./_components/queued-suggestion.tsx";

export const metadata: Metadata = { title: "Resolution queue" };

export default async function ResolutionQueuePage() {
  const viewer = await forPermitted("read_resolution_queue");
  const { resolution, coverage } = await api();
  const [queue, reopenings] = await Promise.all([resolution.queue(), resolution.reopenings()]);
  const [suggestions, waiting] = await Promise.all([resolution.suggestions(), coverage.waiting({})]);
  const mayDecide = may({ kind: "user", ...viewer }, "decide_resolution");
  const now = new Date();
  const isDue = ({ challengeUntil, challenges }: (typeof queue)[number]) =>
    challengeUntil <= now || challenges.length > 0;
  const proposal = (item: (typeof queue)[number]) => (
    <QueuedResolution key={item.id} item={item} mayDecide={mayDecide} now={now} />
  );
  const sign = (
    <PageLink href="/admin/events/coverage" className="link">
      {countText(waiting.length, "question waits", "questions wait")} for signed coverage
    </PageLink>
  );
  return (
    <>
      <PageHeader
        title="Resolution queue"
        lead="What is due first, the longest-waiting at the top. You cannot approve an answer that you proposed."
        actions={waiting.length > 0 ? sign : undefined}
      />
      <QueueList
        title="Due now"
        items={queue.filter(isDue)}
        empty="Nothing is due. Proposals appear here when their time for challenges is over, or when somebody challenges them."
      >
        {proposal}
      </QueueList>
      <QueueList
        title="Asked to reopen"
        items={reopenings}
        empty="No final answer is in doubt. Requests, and answers that the log no longer bears, appear here."
      >
        {(request) => <QueuedReopening key={request.id} request={request} mayDecide={mayDecide} />}
      </QueueList>
      <QueueList title="Suggested answers" items={suggestions} empty="Nobody suggests an answer that waits for yours.">
        {(suggestion) => <QueuedSuggestion key={suggestion.id} suggestion={suggestion} />}
      </QueueList>
      <QueueList
        title="Open to challenge"
        items={queue.filter((item) => !isDue(item))}
        empty="No proposal is in its window."
      >
        {proposal}
      </QueueList>
    </>
  );
}

interface Props<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly empty: string;
  readonly children: (item: Item) => ReactNode;
  readonly aside?: ReactNode;
}

/** A part of the queue with how much waits in it, or what will appear there. */
function QueueList<Item>({ title, items, empty, children, aside }: Props<Item>) {
  return (
    <Section title={items.length > 0 ? `${title} (${items.length})` : title} aside={aside}>
      {items.length === 0 ? (
        <p className="max-w-measure text-soft">{empty}</p>
      ) : (
        <ol className="divide-y divide-hairline">{items.map(children)}</ol>
      )}
    </Section>
  );
}
