import { COUNTRY_NAMES } from "#core/event/country-names.ts";

/** Where an event happened, in words; undefined where it is not known. A code that is no country's tells nothing beside a name. */
export function placeText({ placeName, country }: { placeName: string | null; country: string | null }) {
  const known = country === null ? undefined : COUNTRY_NAMES.get(country)?.replace(/^the /, "");
  const land = known ?? (placeName === null ? country : null);
  return [placeName, land === placeName ? null : land].filter(Boolean).join(", ") || undefined;
}
