import type { EventRevisionView } from "#app/_events/event-view.ts";
import { localText } from "#core/time/local-text.ts";
import { DAY_MS, HOUR_MS } from "#core/time/time-window.ts";
import { type EventDraft, emptySource } from "./event-draft.ts";

/**
 * The zone whose midnight an interval of days begins at: the log keeps instants, and a day of Muscat begins at 20:00 in
 * UTC. Instants, and whatever begins at no full hour, are shown in UTC.
 */
export function zoneOfInterval({
  precision,
  occurredFrom,
}: Pick<EventRevisionView, "precision" | "occurredFrom">): string {
  const sinceMidnight = ((occurredFrom.getTime() % DAY_MS) + DAY_MS) % DAY_MS;
  if (precision === "instant" || sinceMidnight === 0 || sinceMidnight % HOUR_MS !== 0) return "UTC";
  const hours = sinceMidnight / HOUR_MS;
  // The signs of these zones run the other way round: Etc/GMT-4 is four hours ahead.
  return hours >= 12 ? `Etc/GMT-${24 - hours}` : `Etc/GMT+${hours}`;
}

/** A revision as the form holds it, so that it can be stated anew. */
export function draftOf(topicId: string, revision: EventRevisionView): EventDraft {
  const { precision, occurredFrom, occurredUntil, magnitude } = revision;
  const zone = zoneOfInterval(revision);
  const local = (at: number) => {
    const text = localText(at, zone);
    if (precision === "instant") return text;
    return precision === "day" ? text.slice(0, 10) : text.slice(0, 7);
  };
  const [first, last] = [local(occurredFrom.getTime()), local(occurredUntil.getTime() - 1)];
  return {
    topicId,
    headline: revision.headline,
    description: revision.description,
    type: revision.type,
    subtype: "",
    precision,
    from: first,
    until: first === last ? "" : last,
    zone,
    country: revision.country ?? "",
    placeName: revision.placeName ?? "",
    tags: revision.tags.join(", "),
    magnitude: magnitude ? String(magnitude.value) : "",
    unit: magnitude?.unit ?? "",
    actors: revision.actors.map(({ code, role }, index) => ({ key: -1 - index, code, role, name: "" })),
    sources: revision.sources.map((source, index) => ({
      ...emptySource(),
      key: -1000 - index,
      url: source.url,
      publisher: source.publisher,
      title: source.title,
      published: localText(source.publishedAt.getTime(), zone),
      tier: source.tier,
      group: source.independenceGroup,
      quote: source.quote ?? "",
      language: source.language,
      archiveUrl: source.archiveUrl ?? "",
    })),
  };
}
