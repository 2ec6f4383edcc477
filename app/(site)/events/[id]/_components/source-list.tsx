import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import type { EventRevisionView } from "#app/_events/event-view.ts";
import { api } from "#app/_trpc/server.ts";
import { countText } from "#core/text/count-text.ts";
import { SourceItem } from "./source-item.tsx";

interface SourceListProps {
  readonly eventId: string;
  readonly sources: EventRevisionView["sources"];
  readonly asOf: Date | undefined;
}

/** The publications that report the event, by origin: copies of one story count once. With what was read of their pages. */
export const SourceList = part(async ({ eventId, sources, asOf }: SourceListProps) => {
  const caller = await api();
  const [pages, mayFetch] = await Promise.all([
    caller.sourcePage.ofEvent({ eventId, ...(asOf ? { asOf } : {}) }),
    caller.sourcePage.mayFetch(),
  ]);
  const groups = [...Map.groupBy(sources, ({ independenceGroup }) => independenceGroup)];
  const lead = `${countText(sources.length, "source")} of ${countText(groups.length, "independent origin")}. Sources of one origin count once.`;
  return (
    <Section title="Sources" lead={lead}>
      <ul className="space-y-6">
        {groups.map(([group, cited]) => (
          <li key={group}>
            <h3 className="mb-1 text-xs font-medium text-soft">Origin: {group}</h3>
            <ul className="divide-y divide-hairline border-y border-hairline">
              {cited.map((source) => (
                <SourceItem
                  key={source.id}
                  source={source}
                  page={pages.find(({ url }) => url === source.url)}
                  canRead={mayFetch && asOf === undefined}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
});
