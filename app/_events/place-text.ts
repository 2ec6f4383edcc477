import { countryName } from "#core/event/country-names.ts";

/** Where an event happened, in words; undefined where it is not known. */
export function placeText({ placeName, country }: { placeName: string | null; country: string | null }) {
  const land = country === null ? null : countryName(country).replace(/^the /, "");
  return [placeName, land === placeName ? null : land].filter(Boolean).join(", ") || undefined;
}
