import type { ReactNode } from "react";
import { Badge } from "#app/_components/badge.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Occurred } from "#app/_events/occurred.tsx";
import { countText } from "#core/text/count-text.ts";
import { CountBars } from "./count-bars.tsx";
import type { SignalListView } from "./signal-view.ts";

interface SignalItemProps {
  readonly signal: SignalListView;
  /** Added to links: the instant for which the log is shown. */
  readonly query?: string;
  /** What the reader can do with it. */
  readonly action?: ReactNode;
}

/** A signal in a list: what it looks for, how often that happened, and when it did last. */
export function SignalItem({ signal, query = "", action }: SignalItemProps) {
  const { id, name, phrase, count, recent, last, counts, spanFrom, spanUntil, isRetired } = signal;
  return (
    <li className="grid gap-x-6 gap-y-2 py-3.5 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0 space-y-0.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PageLink href={`/signals/${id}${query}`} className="title-link font-medium">
            {name}
          </PageLink>
          {isRetired ? <Badge>Retired</Badge> : null}
          {action}
        </p>
        <p className="text-sm text-soft wrap-anywhere">{phrase.charAt(0).toUpperCase() + phrase.slice(1)}</p>
        <p className="text-sm">
          {last ? (
            <>
              Last: <Occurred event={last} />,{" "}
              <PageLink href={`/events/${last.id}${query}`} className="link">
                {last.headline}
              </PageLink>
            </>
          ) : (
            <span className="text-soft">Nothing in the log fits it yet.</span>
          )}
        </p>
      </div>
      <div className="flex items-end gap-4 sm:flex-col sm:items-end sm:gap-1">
        <CountBars counts={counts} from={spanFrom.getTime()} until={spanUntil.getTime()} />
        <p className="text-xs text-soft">
          {countText(count, "event")}, {recent} in 30 days
        </p>
      </div>
    </li>
  );
}
