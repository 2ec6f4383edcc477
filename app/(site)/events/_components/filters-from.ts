import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { asOfFrom } from "#app/_events/as-of.ts";

/** What a list of events is narrowed to, as it stands in the address. */
export interface EventFilterValues {
  /** The topic's address. */
  readonly topic?: string;
  readonly type?: string;
  readonly actor?: string;
  readonly text?: string;
  /** The instant for which the log is shown, in ISO 8601. */
  readonly asOf?: string;
  /** Where the list goes on. */
  readonly before?: string;
}

const NAMES = ["topic", "type", "actor", "text", "asOf", "before"] as const;

/** The filters that an address asks for; what no filter could be is left out. */
export function filtersFrom(query: AddressQuery): EventFilterValues {
  const params = addressParams(query);
  const given: Record<(typeof NAMES)[number], string | undefined> = {
    topic: params.text("topic"),
    type: params.text("type", 80),
    actor: params.actor("actor"),
    text: params.text("text"),
    asOf: asOfFrom(params.text("asOf"))?.toISOString(),
    before: params.cursor("events", "before"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The filters as the query of an address. */
export function filtersQuery(filters: EventFilterValues): string {
  return new URLSearchParams(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))).toString();
}

/** The filters that stay when the same list is asked for as known at another time. */
export function keptFilters({ asOf: _, before: __, ...kept }: EventFilterValues): Record<string, string> {
  return kept;
}

/** What the filters ask the log for. A topic that is not there narrows nothing. */
export function listScope(
  { topic, type, actor, text, asOf, before }: EventFilterValues,
  topics: readonly { readonly id: string; readonly slug: string }[],
) {
  const topicId = topics.find(({ slug }) => slug === topic)?.id;
  return {
    ...(topicId ? { topicId } : {}),
    ...(type ? { type } : {}),
    ...(actor ? { actor } : {}),
    ...(text ? { text } : {}),
    ...(asOf ? { asOf: new Date(asOf) } : {}),
    ...(before ? { cursor: before } : {}),
  };
}
