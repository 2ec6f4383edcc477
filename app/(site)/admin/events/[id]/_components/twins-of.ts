import type { EventRevisionView, EventView, TwinView } from "#app/_events/event-view.ts";
import { api } from "#app/_trpc/server.ts";

/** The events of the log that may be the same as this one. */
export async function twinsOf(event: EventView, latest: EventRevisionView): Promise<TwinView[]> {
  const { headline, type, occurredFrom, occurredUntil, country, placeName } = latest;
  return (await api()).event.twins({
    topicId: event.topic.id,
    eventId: event.id,
    headline,
    type,
    occurredFrom,
    occurredUntil,
    country,
    placeName,
    actors: latest.actors.map(({ code, role }) => ({ code, role })),
    urls: latest.sources.map(({ url }) => url),
  });
}
