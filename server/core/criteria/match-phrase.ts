import { actorLabel } from "#core/event/actor-label.ts";
import { countryName } from "#core/event/country-names.ts";
import { eventTypeDetail, eventTypeOf } from "#core/event/event-types.ts";
import type { Match } from "./criteria.ts";
import { listInWords } from "./list-in-words.ts";

/**
 * Which events a match takes in, in words, for one event or for several.
 *
 * @example
 * matchPhrase({ types: ["CONSULT"], actors: { all: ["IRN", "USA"] }, places: { any: ["OMN"] } }, "one"); // => "a consultation involving Iran and the United States in Oman"
 * matchPhrase({ types: ["RETREAT.release"] }, "many"); // => "retreats (release of captives)"
 */
export function matchPhrase(match: Match, number: "one" | "many"): string {
  const { actors, roles, places, tags, magnitude } = match;
  const asked = [
    typesPhrase(match.types, number),
    clause("involving", actors?.all?.map(actorLabel), "and"),
    clause("involving", actors?.any?.map(actorLabel), "or"),
    clause("without", actors?.none?.map(actorLabel), "or"),
    clause("begun by", roles?.initiator?.map(actorLabel), "or"),
    clause("directed at", roles?.recipient?.map(actorLabel), "or"),
    clause("mediated by", roles?.mediator?.map(actorLabel), "or"),
    clause("in", places?.any?.map(countryName), "or"),
    clause("outside", places?.none?.map(countryName), "and"),
    clause(
      "tagged",
      tags?.map((tag) => `“${tag}”`),
      "and",
    ),
    magnitude === undefined ? "" : magnitudePhrase(magnitude),
  ];
  return asked.filter((words) => words !== "").join(" ");
}

function typesPhrase(types: readonly string[], number: "one" | "many"): string {
  if (types.length === 0) return number === "one" ? "an event of any type" : "events of any type";
  return listInWords(
    types.map((code) => {
      const type = eventTypeOf(code);
      if (!type) return `${number === "one" ? "an event" : "events"} of type ${code}`;
      const detail = eventTypeDetail(code);
      return detail === "" ? type[number] : `${type[number]} (${detail})`;
    }),
    "or",
  );
}

function clause(preposition: string, names: readonly string[] | undefined, conjunction: "and" | "or"): string {
  return names?.length ? `${preposition} ${listInWords(names, conjunction)}` : "";
}

function magnitudePhrase({ min, max, unit }: NonNullable<Match["magnitude"]>): string {
  const of = unit === undefined ? "" : ` ${unit}`;
  if (min !== undefined && max !== undefined) return `of ${min} to ${max}${of}`;
  if (min !== undefined) return `of at least ${min}${of}`;
  return max === undefined ? `measured in${of}` : `of at most ${max}${of}`;
}
