import type { LoggedEvent } from "./event.ts";

export type EventStatus = "reported" | "corroborated" | "disputed" | "retracted";

/**
 * What is to be thought of an event: disputed and retracted are what its revision says; otherwise it is corroborated
 * when sources of two independent origins report it.
 *
 * Formula: corroborated ⇔ |{ independence groups of the sources }| ≥ 2.
 *
 * @example
 * eventStatus({ status: "reported", sources: [{ independenceGroup: "a" }, { independenceGroup: "a" }] }); // => "reported"
 * eventStatus({ status: "reported", sources: [{ independenceGroup: "a" }, { independenceGroup: "b" }] }); // => "corroborated"
 */
export function eventStatus(event: {
  readonly status: LoggedEvent["status"];
  readonly sources: readonly { readonly independenceGroup: string }[];
}): EventStatus {
  if (event.status !== "reported") return event.status;
  return new Set(event.sources.map(({ independenceGroup }) => independenceGroup)).size >= 2
    ? "corroborated"
    : "reported";
}
