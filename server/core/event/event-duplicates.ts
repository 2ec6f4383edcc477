import { foldedText } from "#core/text/folded-text.ts";
import { DAY_MS } from "#core/time/time-window.ts";
import { actorMatches } from "./actor-matches.ts";
import type { LoggedEvent } from "./event.ts";
import { headlineLikeness } from "./headline-likeness.ts";

/** Farther apart than this, two events are two. */
const NEAR_MS = 3 * DAY_MS;
const MIN_SCORE = 0.5;
/** From here on it is said that headlines are alike. */
const ALIKE_WORDS = 0.5;
const WEIGHTS = { type: 0.25, actors: 0.35, time: 0.25, place: 0.15 };

/** What of an event the search for duplicates reads: a draft that is being typed has as much. */
export type DuplicateTraits = Pick<
  LoggedEvent,
  "id" | "headline" | "type" | "occurredFrom" | "occurredUntil" | "country" | "placeName" | "actors"
>;

export interface EventDuplicate {
  readonly eventId: string;
  /** 0 to 1; 1 when type, actors, time and place are all the same. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * Events of the log that are likely to be the same as a given one: the same PLOVER type, an actor in common, at most
 * three days apart and not in different countries. The likeliest first.
 *
 * Formula: t = 0.25·type + 0.35·(actors in common / actors of both) + 0.25·(1 − gap / 3 days) + 0.15·place, and the score
 * t + ½·(1 − t)·h with h the likeness of the headlines (`headlineLikeness`), from 0.5 up. Headlines raise a score and never
 * lower it: one event is told in many languages.
 *
 * @example
 * eventDuplicates({ id: "a", headline: "", type: "CONSULT", occurredFrom: 0, occurredUntil: 1, country: "OMN", placeName: null, actors: [{ code: "IRN", role: "participant" }] }, []); // => []
 */
export function eventDuplicates(event: DuplicateTraits, log: readonly DuplicateTraits[]): EventDuplicate[] {
  return log
    .flatMap((other) => (other.id === event.id ? [] : (duplicateOf(event, other) ?? [])))
    .sort((a, b) => b.score - a.score || (a.eventId < b.eventId ? -1 : 1));
}

function duplicateOf(event: DuplicateTraits, other: DuplicateTraits): EventDuplicate | undefined {
  const type = typeLikeness(event.type, other.type);
  const actors = actorLikeness(event, other);
  const gapMs = Math.max(0, other.occurredFrom - event.occurredUntil, event.occurredFrom - other.occurredUntil);
  const place = placeLikeness(event, other);
  if (type === 0 || actors === 0 || gapMs > NEAR_MS || place === 0) return undefined;
  const time = 1 - gapMs / NEAR_MS;
  const traits = WEIGHTS.type * type + WEIGHTS.actors * actors + WEIGHTS.time * time + WEIGHTS.place * place;
  const words = headlineLikeness(event.headline, other.headline);
  const score = traits + 0.5 * (1 - traits) * words;
  if (score < MIN_SCORE) return undefined;
  const reasons = [
    type === 1 ? `same type, ${event.type}` : `related types, ${event.type} and ${other.type}`,
    actors === 1 ? "same actors" : "actors in common",
    gapMs === 0 ? "at the same time" : `${Math.ceil(gapMs / DAY_MS)} day${gapMs > DAY_MS ? "s" : ""} apart`,
    ...(words >= ALIKE_WORDS ? ["headlines alike"] : []),
    ...(place === 1 ? [`same place, ${event.placeName ?? event.country ?? ""}`] : []),
  ];
  return { eventId: other.id, score: Math.round(score * 1000) / 1000, reasons };
}

function typeLikeness(a: string, b: string): number {
  if (a === b) return 1;
  return a.split(".")[0] === b.split(".")[0] ? 0.6 : 0;
}

function actorLikeness(a: DuplicateTraits, b: DuplicateTraits): number {
  const one = new Set(a.actors.map(({ code }) => code));
  const two = new Set(b.actors.map(({ code }) => code));
  const alike = (x: string, y: string) => actorMatches(x, y) || actorMatches(y, x);
  const shared = [...one].filter((x) => [...two].some((y) => alike(x, y))).length;
  const alone = [...two].filter((y) => ![...one].some((x) => alike(x, y))).length;
  return one.size + alone === 0 ? 0 : shared / (one.size + alone);
}

/** 1 in the same place, 0.5 where it is not known or in the same country, 0 in different countries. */
function placeLikeness(a: DuplicateTraits, b: DuplicateTraits): number {
  if (a.country !== null && b.country !== null && a.country !== b.country) return 0;
  const [one, two] = [a.placeName, b.placeName].map((name) => name && foldedText(name));
  if (one && two) return one === two ? 1 : 0.5;
  return a.country !== null && a.country === b.country ? 1 : 0.5;
}
