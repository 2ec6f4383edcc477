import { actorLabel } from "#core/event/actor-label.ts";
import { eventTypeOf } from "#core/event/event-types.ts";
import { cutText } from "./cut-text.ts";

interface Told {
  readonly type: string;
  readonly actors: readonly { readonly code: string; readonly name?: string }[];
  readonly placeName: string | null;
}

const MOST = 240;

/**
 * What a coded row says, as a headline: its type, between whom and where. A moderator gives a better one.
 *
 * @example
 * importedHeadline({ type: "CONSULT", actors: [{ code: "IRN" }, { code: "OMN" }], placeName: "Muscat" }); // => "Consultation: Iran, Oman (Muscat)"
 */
export function importedHeadline({ type, actors, placeName }: Told): string {
  const label = eventTypeOf(type)?.label ?? type;
  const names = [...new Set(actors.map(({ code, name }) => name ?? actorLabel(code)))].join(", ");
  const text = `${label}${names ? `: ${names}` : ""}${placeName ? ` (${placeName})` : ""}`;
  return text.length > MOST ? `${cutText(text, MOST - 1)}…` : text;
}
