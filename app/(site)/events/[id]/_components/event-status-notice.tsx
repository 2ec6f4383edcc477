import Link from "next/link";
import { Notice } from "#app/_components/notice.tsx";
import type { EventRevisionView, EventView } from "#app/_events/event-view.ts";

interface EventStatusNoticeProps {
  readonly event: EventView;
  readonly latest: EventRevisionView;
  /** Added to links: the instant for which the log is shown. */
  readonly query: string;
}

/** Says above all else when an event is not to be relied on, or is one with another. */
export function EventStatusNotice({ event, latest, query }: EventStatusNoticeProps) {
  const { mergedInto, takenIn } = event;
  const link = ({ id, headline }: { id: string; headline: string }) => (
    <Link key={id} href={`/events/${id}${query}`} className="link">
      {headline}
    </Link>
  );
  return (
    <>
      {mergedInto ? (
        <Notice tone="warning" title="Merged into a duplicate">
          <p>It is the same event as {link(mergedInto)}, which has its sources now and counts in its place.</p>
          <p>{latest.reason}</p>
        </Notice>
      ) : latest.recordedStatus === "reported" ? null : (
        <Notice tone="warning" title={latest.recordedStatus === "disputed" ? "Disputed" : "Retracted"}>
          {latest.reason} While it is {latest.recordedStatus}, this event decides no question.
        </Notice>
      )}
      {takenIn.length > 0 ? (
        <Notice title="Includes its duplicates">
          <p>Merged into it, with their sources:</p>
          <ul className="list-disc space-y-1 pl-5">
            {takenIn.map((duplicate) => (
              <li key={duplicate.id}>{link(duplicate)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
