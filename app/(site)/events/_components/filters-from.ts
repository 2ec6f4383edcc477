/** What a list of events is narrowed to, as it stands in the address. */
export interface EventFilterValues {
  /** The topic's address. */
  readonly topic?: string;
  readonly type?: string;
  readonly actor?: string;
  readonly text?: string;
  /** Where the list goes on. */
  readonly before?: string;
}

const NAMES = ["topic", "type", "actor", "text", "before"] as const;
const ACTOR = /^([A-Z]{3}){1,5}$/;

/** The filters that an address asks for; what no filter could be is left out. */
export function filtersFrom(query: Readonly<Record<string, string | string[] | undefined>>): EventFilterValues {
  const given = NAMES.flatMap((name) => {
    const value = query[name];
    const text = typeof value === "string" ? value.trim().slice(0, 200) : "";
    return text === "" ? [] : [[name, name === "actor" ? text.toUpperCase() : text] as const];
  });
  return Object.fromEntries(given.filter(([name, value]) => isPossible(name, value)));
}

function isPossible(name: (typeof NAMES)[number], value: string): boolean {
  if (name === "actor") return ACTOR.test(value);
  return (name !== "type" && name !== "before") || value.length <= 80;
}

/** The filters as the query of an address. */
export function filtersQuery(filters: EventFilterValues): string {
  return new URLSearchParams(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))).toString();
}

/** What the filters ask the log for. A topic that is not there narrows nothing. */
export function listScope(
  { topic, type, actor, text, before }: EventFilterValues,
  topics: readonly { readonly id: string; readonly slug: string }[],
) {
  const topicId = topics.find(({ slug }) => slug === topic)?.id;
  return {
    ...(topicId ? { topicId } : {}),
    ...(type ? { type } : {}),
    ...(actor ? { actor } : {}),
    ...(text ? { text } : {}),
    ...(before ? { cursor: before } : {}),
  };
}
