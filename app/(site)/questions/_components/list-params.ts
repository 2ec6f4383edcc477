import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";

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

export function listParams(given: AddressQuery): ListParams {
  const { text, slug, oneOf, cursor } = addressParams(given);
  return {
    status:
      oneOf(
        "status",
        STATUSES.map(({ value }) => value),
      ) ?? "open",
    sort: oneOf(
      "sort",
      SORTS.map(({ value }) => value),
    ),
    topic: slug("topic"),
    search: text("q") ?? "",
    cursor: cursor("questions"),
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
