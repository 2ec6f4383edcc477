import type { inferRouterOutputs } from "@trpc/server";
import { Button } from "#app/_components/button.tsx";
import { dayText } from "#app/_components/instant-text.ts";
import { LinkElsewhere } from "#app/_components/link-elsewhere.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { SourceHost } from "#app/_events/source-host.tsx";
import { eventTypeLabel } from "#core/event/event-types.ts";
import type { AppRouter } from "#server/api/root.ts";

export type WaitingEvent = inferRouterOutputs<AppRouter>["inbox"]["list"]["items"][number];

interface Props {
  readonly item: WaitingEvent;
  readonly isChosen: boolean;
  readonly isPending: boolean;
  readonly onToggle: () => void;
  readonly onDecide: (decision: "accept" | "dismiss") => void;
}

/** One event that waits: what it says, on which page, and whether the log has that page already. */
export function InboxRow({ item, isChosen, isPending, onToggle, onDecide }: Props) {
  const { headline, type, actors, country, placeName, occurredFrom, description, source, duplicate } = item;
  const facts = [dayText(occurredFrom.getTime()), eventTypeLabel(type), actors.join(", "), placeName ?? country].filter(
    Boolean,
  );
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3 py-3 sm:grid-cols-[auto_1fr_auto]">
      <input
        type="checkbox"
        aria-label={`Choose: ${headline}`}
        checked={isChosen}
        onChange={onToggle}
        className="mt-0.5 size-5"
      />
      <div className="min-w-0 space-y-0.5">
        <p className="leading-snug font-medium wrap-anywhere">{headline}</p>
        <p className="text-sm text-soft wrap-anywhere">{facts.join(" · ")}</p>
        {description ? <p className="line-clamp-2 text-sm">{description}</p> : null}
        {source ? (
          <p className="text-sm">
            <LinkElsewhere href={source.url} className="link">
              {source.publisher}
            </LinkElsewhere>{" "}
            <SourceHost url={source.url} />
          </p>
        ) : null}
        {duplicate ? (
          <p className="text-sm text-pending">
            The log cites this page already:{" "}
            <PageLink href={`/events/${duplicate.id}`} className="link">
              {duplicate.headline}
            </PageLink>
          </p>
        ) : null}
      </div>
      <div className="col-start-2 mt-2 flex gap-2 sm:col-start-auto sm:mt-0 sm:self-start">
        <Button size="small" tone="secondary" disabled={isPending} onClick={() => onDecide("accept")}>
          Take in
        </Button>
        <Button size="small" tone="quiet" disabled={isPending} onClick={() => onDecide("dismiss")}>
          Dismiss
        </Button>
      </div>
    </li>
  );
}
