import { COUNTRY_NAMES } from "./country-names.ts";

const CODE = /\b(?:[A-Z]{3}){1,5}\b/g;

/**
 * A text of ours with the actor codes that no code list knows replaced by what a log calls them: the actors of a made-up
 * topic have names only there. Codes of countries, which are put into words where sentences are made, stay.
 *
 * @example
 * namedActors("an agreement involving XVA and Iran", new Map([["XVA", "Vantry"]])); // => "an agreement involving Vantry and Iran"
 * namedActors("reported by the BBC", new Map()); // => "reported by the BBC"
 */
export function namedActors(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(CODE, (code) => (COUNTRY_NAMES.has(code.slice(0, 3)) ? code : (names.get(code) ?? code)));
}
