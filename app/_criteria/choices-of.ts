import { COUNTRY_NAMES } from "#core/event/country-names.ts";
import { EVENT_TYPES } from "#core/event/event-types.ts";
import { GROUP_NAMES } from "#core/event/group-names.ts";
import type { Choice, Choices } from "./choices.ts";

const groups: readonly Choice[] = [...GROUP_NAMES].map(([code, label]) => ({ code, label }));
const countries: readonly Choice[] = [...COUNTRY_NAMES].map(([code, label]) => ({ code, label }));
const types: readonly Choice[] = EVENT_TYPES.flatMap(({ code, label, modes }) => [
  { code, label },
  ...modes.map((mode) => ({ code: `${code}.${mode.name}`, label: `${label}: ${mode.label}` })),
]);

/** What the builder offers: every type and mode, the actors that the log knows before all countries and organisations, and all countries. */
export function choicesOf(actors: readonly { readonly code: string; readonly name: string }[]): Choices {
  const met = actors.map(({ code, name }) => ({ code, label: name }));
  const known = new Set(met.map(({ code }) => code));
  return {
    types,
    actors: [...met, ...[...countries, ...groups].filter(({ code }) => !known.has(code))],
    places: countries,
  };
}
