import { Badge } from "#app/_components/badge.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { LinkElsewhere } from "#app/_components/link-elsewhere.tsx";
import type { EventRevisionView, SourcePageView } from "#app/_events/event-view.ts";
import { SourceHost } from "#app/_events/source-host.tsx";
import { textDirection } from "#core/event/text-direction.ts";
import { PageReading } from "./page-reading.tsx";
import { ReadPageAgain } from "./read-page-again.tsx";

interface SourceItemProps {
  readonly source: EventRevisionView["sources"][number];
  /** What was read of its page, if it was. */
  readonly page: SourcePageView | undefined;
  readonly canRead: boolean;
}

const TIERS = { primary: "Primary", agency: "Agency", press: "Press", social: "Social" } as const;
const LOOK = "link wrap-anywhere";

/** One source as the event cites it. */
export function SourceItem({ source, page, canRead }: SourceItemProps) {
  const { language, quote, archiveUrl } = source;
  const dir = textDirection(language);
  return (
    <li className="space-y-1 py-3 text-sm">
      <p lang={language} dir="auto">
        <LinkElsewhere href={source.url} className={LOOK}>
          {source.title}
        </LinkElsewhere>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-soft">
        <span className="text-ink">{source.publisher}</span>
        <SourceHost url={source.url} />
        <Badge>{TIERS[source.tier]}</Badge>
        <Instant at={source.publishedAt.getTime()} form="absolute" />
        {archiveUrl ? (
          <LinkElsewhere href={archiveUrl} className={LOOK}>
            archived copy
          </LinkElsewhere>
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
      {page ? <PageReading page={page} citedAs={source.title} /> : null}
      {canRead ? <ReadPageAgain url={source.url} title={source.title} isAgain={page !== undefined} /> : null}
    </li>
  );
}
