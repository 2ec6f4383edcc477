/** What the address of the inbox asks for. */
export interface InboxFilterValues {
  readonly type?: string;
  readonly actor?: string;
  readonly place?: string;
  readonly cursor?: string;
}

const CURSOR = /^\d{1,15}_[0-9a-f-]{36}$/;
const ACTOR = /^([A-Z]{3}){1,5}$/;

/** What no field can hold, and the database would refuse. */
const HARMFUL = /[\p{Cc}\p{Cs}]/gu;

/** What can be asked; a text that is no code of an actor asks for nothing. */
export function inboxAsked(asked: Readonly<Record<string, string | string[] | undefined>>): InboxFilterValues {
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name].replaceAll(HARMFUL, "").trim() : "");
  const actor = text("actor").toUpperCase();
  return {
    ...(text("type") ? { type: text("type").slice(0, 80) } : {}),
    ...(ACTOR.test(actor) ? { actor } : {}),
    ...(text("place") ? { place: text("place").slice(0, 120) } : {}),
    ...(CURSOR.test(text("cursor")) ? { cursor: text("cursor") } : {}),
  };
}

/** The address of the inbox for these filters. */
export function inboxHref(topic: string, filters: InboxFilterValues): string {
  return `/admin/events/inbox?${new URLSearchParams({ topic, ...filters })}`;
}
