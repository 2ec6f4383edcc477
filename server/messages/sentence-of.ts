import type { PlainBroken } from "#core/rule-values.ts";
import type { Catalogue, Say } from "./catalogue.ts";
import { ENGLISH } from "./english/english.ts";

const LANGUAGES = { en: ENGLISH } as const satisfies Record<string, Catalogue>;

export type Language = keyof typeof LANGUAGES;

/** The sentence of a rule, or undefined where it is none of this version's. */
export function knownSentence({ code, values }: PlainBroken, language: Language = "en"): string | undefined {
  // Codes and values come over the wire too, so their types are known only up to here.
  const catalogue = LANGUAGES[language] as Readonly<Record<string, string | ((given: object, say: Say) => string)>>;
  const sentence = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  return typeof sentence === "function" ? sentence(values, (broken) => sentenceOf(broken, language)) : sentence;
}

/** What somebody is shown who broke a rule. */
export function sentenceOf(broken: PlainBroken, language: Language = "en"): string {
  return knownSentence(broken, language) ?? `This is not allowed (${broken.code}).`;
}
