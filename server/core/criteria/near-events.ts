import type { LoggedEvent } from "#core/event/event.ts";
import type { Criteria } from "./criteria.ts";
import { criteriaKeys, eventKeys, mayTouch } from "./touched-by.ts";

/** Events by key, to be built once and asked by each criteria. */
export type EventIndex = ReadonlyMap<string, readonly LoggedEvent[]>;

/**
 * An index of a log by key, for evaluating many criteria over it.
 *
 * @example
 * eventIndex([]).size; // => 0
 */
export function eventIndex(log: readonly LoggedEvent[]): EventIndex {
  const index = new Map<string, LoggedEvent[]>();
  for (const event of log) {
    for (const key of eventKeys(event)) {
      const events = index.get(key);
      if (events) events.push(event);
      else index.set(key, [event]);
    }
  }
  return index;
}

/**
 * The events of an indexed log that can change what criteria evaluate to, each once, in no particular order: evaluating over
 * them is evaluating over the whole log.
 *
 * @example
 * nearEvents(eventIndex([]), { window: { from: 0, until: 9, zone: "UTC" }, first: { types: ["AID"] } }); // => []
 */
export function nearEvents(index: EventIndex, criteria: Criteria): LoggedEvent[] {
  const found = new Set(criteriaKeys(criteria).flatMap((key) => index.get(key) ?? []));
  return [...found].filter((event) => mayTouch(criteria, event));
}
