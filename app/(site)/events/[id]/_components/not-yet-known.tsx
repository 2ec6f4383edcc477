import { ButtonLink } from "#app/_components/button.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";

/** An event that had not been recorded at the instant for which the log is shown. */
export function NotYetKnown({ eventId, asOf }: { eventId: string; asOf: Date }) {
  return (
    <PageHeader
      title="Not in the log by then"
      lead={
        <>
          <p>
            At <Instant at={asOf.getTime()} form="absolute" /> this event had not been recorded.
          </p>
          <p className="mt-5">
            <ButtonLink href={`/events/${eventId}`}>Show it as known now</ButtonLink>
          </p>
        </>
      }
    />
  );
}
