import { actorMatches } from "#core/event/actor-matches.ts";
import { COUNTRY_NAMES } from "#core/event/country-names.ts";
import { eventTypeLevel } from "#core/event/event-types.ts";
import type { Match } from "./criteria.ts";
import { errorFinding, type Finding, warningFinding } from "./finding.ts";

const ACTOR_CODE = /^([A-Z]{3})+$/;
const COUNTRY_CODE = /^[A-Z]{3}$/;

/**
 * What is amiss with a match: types, actors or places that nothing can have, and conditions that exclude one another.
 *
 * The topic's own subtypes are known types; others are pointed out, since they are easily misspelt.
 *
 * @example
 * matchFindings({ types: ["PARLEY"] }).map(({ code }) => code); // => ["type_is_unknown"]
 * matchFindings({ types: ["AID"], actors: { all: ["IRN"], none: ["IRN"] } }).map(({ code }) => code); // => ["match_contradicts_itself"]
 */
export function matchFindings(match: Match, subtypes: readonly string[] = []): Finding[] {
  return [
    ...typeFindings(match.types, subtypes),
    ...actorFindings(match),
    ...placeFindings(match),
    ...magnitudeFindings(match),
  ];
}

function typeFindings(types: readonly string[], subtypes: readonly string[]): Finding[] {
  if (types.length === 0) return [warningFinding("any_type_counts", "No type is named, so events of any type count.")];
  return types.flatMap((type) => {
    const level = eventTypeLevel(type);
    if (level === "unknown") return errorFinding("type_is_unknown", `There is no event type ${type}.`);
    if (level === "plover" || subtypes.includes(type)) return [];
    return warningFinding("type_is_own_subtype", `${type} is not a common subtype; check that events are logged so.`);
  });
}

function actorFindings({ actors, roles }: Match): Finding[] {
  const lists = [actors?.all, actors?.any, actors?.none, roles?.initiator, roles?.recipient, roles?.mediator];
  const malformed = lists.flatMap((codes) => codes ?? []).filter((code) => !ACTOR_CODE.test(code));
  const excludes = (code: string) => actors?.none?.some((none) => actorMatches(none, code)) ?? false;
  const needs = [actors?.any, roles?.initiator, roles?.recipient, roles?.mediator];
  const clash = actors?.all?.some(excludes) || needs.some((codes) => codes?.length && codes.every(excludes));
  return [
    ...malformed.map((code) =>
      errorFinding("actor_code_is_malformed", `“${code}” is no actor code; one is written like IRN or IRNGOV.`),
    ),
    ...(clash ? [errorFinding("match_contradicts_itself", "An actor is both required and excluded.")] : []),
  ];
}

function placeFindings({ places }: Match): Finding[] {
  const named = [...(places?.any ?? []), ...(places?.none ?? [])];
  const unknown = named.filter((place) => COUNTRY_CODE.test(place) && !COUNTRY_NAMES.has(place));
  const clash = places?.any?.length && places.any.every((place) => places.none?.includes(place));
  return [
    ...unknown.map((code) => warningFinding("country_is_unknown", `${code} is not the code of a country known here.`)),
    ...(clash ? [errorFinding("match_contradicts_itself", "Every place that counts is also excluded.")] : []),
  ];
}

function magnitudeFindings({ magnitude }: Match): Finding[] {
  if (!magnitude) return [];
  const { min = -Infinity, max = Infinity, unit } = magnitude;
  return [
    ...(min > max ? [errorFinding("magnitude_range_is_empty", `No magnitude lies from ${min} to ${max}.`)] : []),
    ...(unit === undefined ? [warningFinding("unit_is_not_stated", "The magnitude's unit is not stated.")] : []),
  ];
}
