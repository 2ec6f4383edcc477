import { actorLabel } from "#core/event/actor-label.ts";
import { actorMatches } from "#core/event/actor-matches.ts";
import { countryName } from "#core/event/country-names.ts";
import type { ActorRole, LoggedEvent } from "#core/event/event.ts";
import { eventTypeLabel } from "#core/event/event-types.ts";
import { typeMatches } from "#core/event/type-matches.ts";
import { foldedText } from "#core/text/folded-text.ts";
import type { Match } from "./criteria.ts";
import { listInWords } from "./list-in-words.ts";

export type ConditionName =
  | "type"
  | "actors_all"
  | "actors_any"
  | "actors_none"
  | "initiator"
  | "recipient"
  | "mediator"
  | "place_any"
  | "place_none"
  | "tags"
  | "magnitude";

/** A condition that an event does not meet, and why, in English. */
export interface FailedCondition {
  readonly condition: ConditionName;
  readonly text: string;
}

interface Condition {
  readonly name: ConditionName;
  readonly holds: (match: Match, event: LoggedEvent) => boolean;
  readonly otherwise: (match: Match, event: LoggedEvent) => string;
}

/** Each condition of a match, written once: what it asks, and what is said of an event that fails it. */
const CONDITIONS: readonly Condition[] = [
  {
    name: "type",
    holds: ({ types }, event) => types.length === 0 || types.some((prefix) => typeMatches(prefix, event.type)),
    otherwise: ({ types }, event) =>
      `its type is “${eventTypeLabel(event.type)}”, not ${listInWords(types.map(eventTypeLabel).map(quoted), "or")}`,
  },
  {
    name: "actors_all",
    holds: ({ actors }, event) => actors?.all?.every((code) => takesPart(event, code)) ?? true,
    otherwise: ({ actors }, event) => `${namesOf(actors?.all?.filter((code) => !takesPart(event, code)))} took no part`,
  },
  {
    name: "actors_any",
    holds: ({ actors }, event) => listed(actors?.any)?.some((code) => takesPart(event, code)) ?? true,
    otherwise: ({ actors }) => `none of ${namesOf(actors?.any)} took part`,
  },
  {
    name: "actors_none",
    holds: ({ actors }, event) => !actors?.none?.some((code) => takesPart(event, code)),
    otherwise: ({ actors }, event) => `${namesOf(actors?.none?.filter((code) => takesPart(event, code)))} took part`,
  },
  roleCondition("initiator"),
  roleCondition("recipient"),
  roleCondition("mediator"),
  {
    name: "place_any",
    holds: ({ places }, event) => listed(places?.any)?.some((place) => isAt(event, place)) ?? true,
    otherwise: ({ places }, event) =>
      `it took place in ${whereabouts(event)}, not in ${listInWords((places?.any ?? []).map(countryName), "or")}`,
  },
  {
    name: "place_none",
    // An event whose place is not known has not been shown to lie outside.
    holds: ({ places }, event) =>
      listed(places?.none)?.every((place) => hasPlace(event) && !isAt(event, place)) ?? true,
    otherwise: (_match, event) => `it took place in ${whereabouts(event)}`,
  },
  {
    name: "tags",
    holds: ({ tags }, event) => tags?.every((tag) => event.tags.includes(tag)) ?? true,
    otherwise: ({ tags }, event) =>
      `it lacks the tag ${listInWords((tags ?? []).filter((tag) => !event.tags.includes(tag)).map(quoted), "and")}`,
  },
  {
    name: "magnitude",
    holds: ({ magnitude }, event) => magnitude === undefined || measuresUp(magnitude, event),
    otherwise: (_match, { magnitude }) =>
      magnitude ? `its magnitude is ${magnitude.value} ${magnitude.unit}` : "it has no magnitude",
  },
];

/**
 * Whether an event meets every condition of a match. When it happened, and by whom it is reported, is not asked here.
 *
 * @example
 * eventFits({ types: ["AGREE"] }, { type: "AGREE", actors: [], tags: [] }); // => true
 * eventFits({ types: ["AGREE"], actors: { all: ["IRN"] } }, { type: "AGREE", actors: [], tags: [] }); // => false
 */
export function eventFits(match: Match, event: LoggedEvent): boolean {
  return CONDITIONS.every(({ holds }) => holds(match, event));
}

/**
 * How many conditions of a match an event does not meet.
 *
 * @example
 * failures({ types: ["AGREE"] }, { type: "AID", actors: [], tags: [] }); // => 1
 */
export function failures(match: Match, event: LoggedEvent): number {
  return CONDITIONS.reduce((sum, { holds }) => (holds(match, event) ? sum : sum + 1), 0);
}

/**
 * The conditions of a match that an event does not meet, in a fixed order.
 *
 * @example
 * failedConditions({ types: ["AGREE"] }, { type: "AID", actors: [], tags: [] }); // => [{ condition: "type", text: "its type is “Aid”, not “Agreement”" }]
 */
export function failedConditions(match: Match, event: LoggedEvent): FailedCondition[] {
  return CONDITIONS.filter(({ holds }) => !holds(match, event)).map(({ name, otherwise }) => ({
    condition: name,
    text: otherwise(match, event),
  }));
}

function roleCondition(role: Exclude<ActorRole, "participant">): Condition {
  return {
    name: role,
    holds: ({ roles }, event) => listed(roles?.[role])?.some((code) => takesPart(event, code, role)) ?? true,
    otherwise: ({ roles }) => `${namesOf(roles?.[role])} was not its ${role}`,
  };
}

function takesPart(event: LoggedEvent, code: string, role?: ActorRole): boolean {
  return event.actors.some((actor) => (role === undefined || actor.role === role) && actorMatches(code, actor.code));
}

/** A list that is there but empty asks for nothing. */
function listed<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list?.length ? list : undefined;
}

function isAt(event: LoggedEvent, place: string): boolean {
  return event.country === place || (event.placeName !== null && foldedText(event.placeName) === foldedText(place));
}

function hasPlace(event: LoggedEvent): boolean {
  return event.country !== null || event.placeName !== null;
}

function measuresUp(bounds: NonNullable<Match["magnitude"]>, { magnitude }: LoggedEvent): boolean {
  if (!magnitude || (bounds.unit !== undefined && bounds.unit !== magnitude.unit)) return false;
  return magnitude.value >= (bounds.min ?? -Infinity) && magnitude.value <= (bounds.max ?? Infinity);
}

function whereabouts(event: LoggedEvent): string {
  const country = event.country === null ? [] : [countryName(event.country)];
  const names = event.placeName === null ? country : [event.placeName, ...country];
  return names.length === 0 ? "a place that is not recorded" : names.join(", ");
}

function namesOf(codes: readonly string[] = []): string {
  return listInWords(codes.map(actorLabel), "and");
}

function quoted(word: string): string {
  return `“${word}”`;
}
