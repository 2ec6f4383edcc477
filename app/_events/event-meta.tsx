import { eventTypeLabel } from "#core/event/event-types.ts";
import { countText } from "#core/text/count-text.ts";
import { actorsText, type NamedActor } from "./actors-text.ts";
import { placeText } from "./place-text.ts";

export interface EventMetaFacts {
  readonly type: string;
  readonly country: string | null;
  readonly placeName: string | null;
  readonly actors: readonly NamedActor[];
  readonly sources: readonly { readonly publisher: string }[];
  readonly sourceGroups: number;
}

/** One line about an event: what kind, who, where, and on how many sources. */
export function EventMeta({ event }: { event: EventMetaFacts }) {
  const [publisher] = event.sources.map((source) => source.publisher);
  const origins = event.sourceGroups < event.sources.length ? ` of ${countText(event.sourceGroups, "origin")}` : "";
  const told = event.sources.length === 1 ? publisher : `${event.sources.length} sources${origins}`;
  const parts = [eventTypeLabel(event.type), actorsText(event.actors), placeText(event), told].filter(Boolean);
  return <p className="text-sm text-soft wrap-anywhere">{parts.join(" · ")}</p>;
}
