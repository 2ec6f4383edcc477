import { actorLabel } from "#core/event/actor-label.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";

/** What a statement of coverage is about, in words: "Every event", "Consultations of Iran or Oman". */
export function scopeText({ types, actors }: { types: readonly string[]; actors: readonly string[] }): string {
  const what = types.length === 0 ? "Every event" : types.map(eventTypeLabel).join(", ");
  return actors.length === 0 ? what : `${what}, where ${actors.map(actorLabel).join(" or ")} took part`;
}
