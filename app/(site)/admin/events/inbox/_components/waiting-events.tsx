import { EmptyState } from "#app/_components/empty-state.tsx";
import { numberText } from "#app/_components/number-text.ts";
import { OlderLink } from "#app/_components/older-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { api } from "#app/_trpc/server.ts";
import { countText } from "#core/text/count-text.ts";
import { InboxDesk } from "./inbox-desk.tsx";
import { type InboxFilterValues, inboxHref } from "./inbox-params.ts";

interface Props {
  readonly topic: { readonly id: string; readonly slug: string };
  readonly filters: InboxFilterValues;
}

/** What waits, as far as it fits. */
export const WaitingEvents = part(async ({ topic, filters }: Props) => {
  const { waiting, fitting, items, nextCursor } = await (await api()).inbox.list({ topicId: topic.id, ...filters });
  const fits = fitting === waiting ? "" : `, ${numberText(fitting)} that fit`;
  return (
    <Section
      title="What waits"
      lead={waiting === 0 ? undefined : `${countText(waiting, "event")} in all${fits}; the latest happening first.`}
    >
      {/* There even when nothing is left, to say what became of the last one. */}
      <InboxDesk key={JSON.stringify(filters)} topicId={topic.id} items={items}>
        {waiting === 0 ? (
          <EmptyState title="Nothing waits">
            Bring in a file above: each of its rows waits here until somebody takes it into the log or dismisses it.
          </EmptyState>
        ) : (
          <EmptyState title="None fits">Try fewer filters, or another type.</EmptyState>
        )}
      </InboxDesk>
      <OlderLink href={nextCursor ? inboxHref(topic.slug, { ...filters, cursor: nextCursor }) : undefined}>
        Earlier
      </OlderLink>
    </Section>
  );
});
