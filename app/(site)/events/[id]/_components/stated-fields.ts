import type { EventRevisionView } from "#app/_events/event-view.ts";
import { occurredText } from "#app/_events/occurred-text.ts";
import { placeText } from "#app/_events/place-text.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";
import type { StatedFields } from "#core/event/revision-diff.ts";

/** What a revision states, field by field and in words, so that two of them can be laid side by side. */
export function statedFields(revision: EventRevisionView): StatedFields {
  const { magnitude, description, occurredFrom, occurredUntil } = revision;
  const interval = `${occurredFrom.toISOString()} – ${occurredUntil.toISOString()}`;
  return {
    Active: [revision.recordedStatus],
    Headline: [revision.headline],
    Description: description === "" ? [] : description.split(/\n\s*\n/),
    Type: [eventTypeLabel(revision.type)],
    Occurred: [`${occurredText(revision)} (${interval})`],
    Actors: revision.actors.map(({ code, name, role }) => `${name}, ${role} (${code})`),
    Place: [placeText(revision)].filter((place) => place !== undefined),
    Magnitude: magnitude ? [`${magnitude.value} ${magnitude.unit}`] : [],
    Tags: revision.tags,
    Sources: revision.sources.map(
      ({ publisher, title, url, tier, publishedAt, independenceGroup, quote, archiveUrl }) =>
        [
          `${publisher}: ${title}`,
          tier,
          publishedAt.toISOString(),
          `origin ${independenceGroup}`,
          url,
          ...(archiveUrl ? [`archived at ${archiveUrl}`] : []),
          ...(quote ? [`“${quote}”`] : []),
        ].join(", "),
    ),
  };
}
