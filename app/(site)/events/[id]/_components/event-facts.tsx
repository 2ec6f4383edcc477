import Link from "next/link";
import { DefinitionList } from "#app/_components/definition-list.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { numberText } from "#app/_components/number-text.ts";
import type { EventRevisionView } from "#app/_events/event-view.ts";
import { Occurred } from "#app/_events/occurred.tsx";
import { placeText } from "#app/_events/place-text.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";

const PRECISION = { instant: "to the minute", day: "to the day", month: "to the month" } as const;

/** Everything a revision states besides its words and sources, with the three times kept apart. */
export function EventFacts({ revision, first }: { revision: EventRevisionView; first: EventRevisionView }) {
  const reported = revision.sources.map(({ publishedAt }) => publishedAt.getTime());
  const { occurredFrom, occurredUntil } = revision;
  const actors = revision.actors.map(({ code, name, role }) => (
    <span key={`${code} ${role}`} className="block">
      <Link href={`/events?actor=${code}`} className="title-link">
        {name}
      </Link>{" "}
      <span className="text-soft">
        {role} ({code})
      </span>
    </span>
  ));
  const kind = (
    <Link href={`/events?type=${revision.type}`} className="title-link">
      {eventTypeLabel(revision.type)} <span className="text-soft">({revision.type})</span>
    </Link>
  );
  const occurred = (
    <>
      <Occurred event={revision} />, {PRECISION[revision.precision]}
      <span className="block text-xs text-soft">
        within <Instant at={occurredFrom.getTime()} form="absolute" /> –{" "}
        <Instant at={occurredUntil.getTime()} form="absolute" />
      </span>
    </>
  );
  const { magnitude } = revision;
  const items = [
    { term: "Type", value: kind },
    { term: "Occurred", value: occurred },
    { term: "First reported", value: <Instant at={Math.min(...reported)} form="absolute" /> },
    { term: "First recorded", value: <Instant at={first.recordedAt.getTime()} form="absolute" /> },
    { term: "Actors", value: actors.length > 0 ? actors : "None named" },
    { term: "Place", value: placeText(revision) ?? "Not known" },
    ...(magnitude
      ? [
          {
            term: "Magnitude",
            value: `${numberText(magnitude.value, magnitude.value % 1 === 0 ? 0 : 2)} ${magnitude.unit}`,
          },
        ]
      : []),
    ...(revision.tags.length > 0 ? [{ term: "Tags", value: revision.tags.join(", ") }] : []),
  ];
  return <DefinitionList items={items} />;
}
