/** What the address of the list asks for; what it may not say is left out, so that every address shows a list. */
export interface ListParams {
  readonly status: Status;
  readonly sort: Sort | undefined;
  readonly topic: string | undefined;
  readonly search: string;
  readonly cursor: string | undefined;
}

export const STATUSES = [
  { value: "open", label: "Open" },
  { value: "awaiting", label: "Awaiting an answer" },
  { value: "resolved", label: "Resolved" },
  { value: "all", label: "All" },
] as const;
export const SORTS = [
  { value: "closing", label: "Closing soonest" },
  { value: "moving", label: "Moved most this week" },
  { value: "newest", label: "Newest" },
  { value: "busiest", label: "Most forecasters" },
  { value: "resolved", label: "Answered last" },
] as const;
export type Status = (typeof STATUSES)[number]["value"];
export type Sort = (typeof SORTS)[number]["value"];

type Given = Readonly<Record<string, string | string[] | undefined>>;

export function listParams(given: Given): ListParams {
  const text = (key: string) => (typeof given[key] === "string" ? given[key].trim() : "");
  const topic = text("topic");
  return {
    status: STATUSES.find(({ value }) => value === text("status"))?.value ?? "open",
    sort: SORTS.find(({ value }) => value === text("sort"))?.value,
    topic: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic) ? topic.slice(0, 120) : undefined,
    search: text("q").slice(0, 200),
    cursor: text("cursor").slice(0, 200) || undefined,
  };
}

/** The address of the list that asks for this; what is as usual is left out. */
export function listHref({ status, sort, topic, search, cursor }: ListParams): string {
  const query = new URLSearchParams({
    ...(status === "open" ? {} : { status }),
    ...(sort ? { sort } : {}),
    ...(topic ? { topic } : {}),
    ...(search ? { q: search } : {}),
    ...(cursor ? { cursor } : {}),
  }).toString();
  return query ? `/questions?${query}` : "/questions";
}
