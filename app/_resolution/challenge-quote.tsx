import { PageLink } from "#app/_components/page-link.tsx";
import { UtcTime } from "./utc-time.tsx";

/** An event that somebody points to. */
export interface EvidenceBriefView {
  readonly eventId: string;
  readonly headline: string;
}

interface Props {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly evidence: readonly EvidenceBriefView[];
}

/** What somebody objects, in their words, with the events they point to. */
export function ChallengeQuote({ reason, by, at, evidence }: Props) {
  return (
    <blockquote className="border-l-2 border-challenged pl-3 text-sm">
      <p className="max-w-measure whitespace-pre-line">{reason}</p>
      {evidence.length > 0 ? (
        <ul className="mt-1">
          {evidence.map(({ eventId, headline }) => (
            <li key={eventId}>
              <PageLink href={`/events/${eventId}`} className="link">
                {headline}
              </PageLink>
            </li>
          ))}
        </ul>
      ) : null}
      <footer className="mt-1 text-soft">
        {by}, <UtcTime at={at} />
      </footer>
    </blockquote>
  );
}
