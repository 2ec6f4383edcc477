import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";

/** What the address of the inbox asks for. */
export interface InboxFilterValues {
  readonly type?: string;
  readonly actor?: string;
  readonly place?: string;
  readonly cursor?: string;
}

/** What can be asked; a text that is no code of an actor asks for nothing. */
export function inboxParams(asked: AddressQuery): InboxFilterValues {
  const params = addressParams(asked);
  const [type, actor, place] = [params.text("type", 80), params.actor("actor"), params.text("place", 120)];
  const cursor = params.cursor("inbox");
  return {
    ...(type ? { type } : {}),
    ...(actor ? { actor } : {}),
    ...(place ? { place } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** The address of the inbox for these filters. */
export function inboxHref(topic: string, filters: InboxFilterValues): string {
  return `/admin/events/inbox?${new URLSearchParams({ topic, ...filters })}`;
}
