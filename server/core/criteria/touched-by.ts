import { actorPrefixes } from "#core/event/actor-matches.ts";
import type { LoggedEvent } from "#core/event/event.ts";
import { typePrefixes } from "#core/event/type-matches.ts";
import { windowsOverlap } from "#core/time/time-window.ts";
import type { Criteria, Match } from "./criteria.ts";
import { criteriaMatches } from "./criteria-matches.ts";
import { eventFits } from "./match-conditions.ts";

/** What of an event decides which criteria it may touch. */
export type TouchTraits = Pick<LoggedEvent, "type" | "actors" | "country" | "placeName">;

/**
 * The keys under which criteria are to be found by an event that may touch them: for each match and each of its types,
 * one that every such event has. The scarcest condition is taken: an actor, else a place, else the type alone.
 *
 * An event touches criteria only if they share a key; sharing one is not enough to be sure (`mayTouch`). When an event
 * is revised, the keys of the old and of the new revision both count.
 *
 * @example
 * criteriaKeys({ first: { types: ["CONSULT"], actors: { all: ["IRN", "USA"] } } }); // => ["CONSULT|IRN"]
 * criteriaKeys({ first: { types: [], places: { any: ["OMN"] } } }); // => ["|@omn"]
 */
export function criteriaKeys(criteria: Criteria): string[] {
  const keys = criteriaMatches(criteria).flatMap((match) => {
    const types = match.types.length === 0 ? [""] : match.types;
    return types.flatMap((type) => anchorsOf(match).map((anchor) => `${type}|${anchor}`));
  });
  return [...new Set(keys)].sort();
}

/**
 * The keys of an event: those of all criteria that it may touch are among them.
 *
 * @example
 * eventKeys({ type: "AGREE", actors: [], country: "OMN", placeName: null }); // => ["|", "AGREE|", "|@omn", "AGREE|@omn"]
 */
export function eventKeys(event: TouchTraits): string[] {
  const codes = event.actors.flatMap(({ code }) => actorPrefixes(code));
  const places = [event.country, event.placeName].filter((place) => place !== null).map(placeAnchor);
  const types = typePrefixes(event.type);
  return [...new Set(["", ...codes, ...places])].flatMap((anchor) => types.map((type) => `${type}|${anchor}`));
}

/**
 * Whether an event can change what criteria evaluate to: it fits one of their matches and its interval meets the
 * window. Sources and status are not asked, since they are what changes.
 *
 * @example
 * mayTouch({ window: { from: 0, until: 9 }, first: { types: ["AGREE"] } }, { type: "AID", occurredFrom: 1, occurredUntil: 2 }); // => false
 */
export function mayTouch(criteria: Criteria, event: LoggedEvent): boolean {
  const interval = { from: event.occurredFrom, until: event.occurredUntil };
  return (
    windowsOverlap(criteria.window, interval) && criteriaMatches(criteria).some((match) => eventFits(match, event))
  );
}

/** Criteria by key, to be built once and asked for each event. */
export type CriteriaIndex = ReadonlyMap<string, readonly string[]>;

/**
 * An index of criteria by key.
 *
 * @example
 * criteriaIndex([{ id: "q", criteria: { first: { types: ["AID"] } } }]).get("AID|"); // => ["q"]
 */
export function criteriaIndex(entries: Iterable<{ readonly id: string; readonly criteria: Criteria }>): CriteriaIndex {
  const index = new Map<string, string[]>();
  for (const { id, criteria } of entries) {
    for (const key of criteriaKeys(criteria)) {
      const ids = index.get(key);
      if (ids) ids.push(id);
      else index.set(key, [id]);
    }
  }
  return index;
}

/**
 * The ids of the criteria that an event may touch, in order.
 *
 * @example
 * touchedBy(new Map([["AID|", ["q"]]]), { type: "AID", actors: [], country: null, placeName: null }); // => ["q"]
 */
export function touchedBy(index: CriteriaIndex, event: TouchTraits): string[] {
  return [...new Set(eventKeys(event).flatMap((key) => index.get(key) ?? []))].sort();
}

function anchorsOf({ actors, roles, places }: Match): readonly string[] {
  const [must] = actors?.all ?? [];
  if (must !== undefined) return [must];
  const lists = [actors?.any, roles?.initiator, roles?.recipient, roles?.mediator];
  const shortest = lists.filter((list) => list?.length).sort((a, b) => (a?.length ?? 0) - (b?.length ?? 0))[0];
  if (shortest) return shortest;
  return places?.any?.length ? places.any.map(placeAnchor) : [""];
}

function placeAnchor(place: string): string {
  return `@${place.trim().toLowerCase()}`;
}
