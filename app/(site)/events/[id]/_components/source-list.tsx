import { Badge } from "#app/_components/badge.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { countText } from "#app/_components/number-text.ts";
import { Section } from "#app/_components/section.tsx";
import type { EventRevisionView } from "#app/_events/event-view.ts";
import { textDirection } from "#core/event/text-direction.ts";

type CitedSource = EventRevisionView["sources"][number];

const TIERS = { primary: "Primary", agency: "Agency", press: "Press", social: "Social" } as const;
const elsewhere = { rel: "nofollow noopener ugc", className: "link wrap-anywhere" } as const;

/** The publications that report the event, by origin: copies of one story count once. */
export function SourceList({ sources }: { sources: readonly CitedSource[] }) {
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
                <SourceItem key={source.id} source={source} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SourceItem({ source }: { source: CitedSource }) {
  const { language, quote, archiveUrl } = source;
  const dir = textDirection(language);
  return (
    <li className="space-y-1 py-3 text-sm">
      <p lang={language} dir="auto">
        <a href={source.url} {...elsewhere}>
          {source.title}
        </a>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-soft">
        <span className="text-ink">{source.publisher}</span>
        <Badge>{TIERS[source.tier]}</Badge>
        <Instant at={source.publishedAt.getTime()} form="absolute" />
        {archiveUrl ? (
          <a href={archiveUrl} {...elsewhere}>
            archived copy
          </a>
        ) : null}
      </p>
      {quote ? (
        <blockquote
          lang={language}
          dir={dir}
          className="max-w-measure border-s-2 border-outline ps-3 font-serif text-base wrap-anywhere"
        >
          {quote}
        </blockquote>
      ) : null}
    </li>
  );
}
