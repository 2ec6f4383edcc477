import { CONFUSABLE_CHARACTERS } from "./confusable-characters.ts";

const textOf = (codes: string) =>
  codes
    .split("+")
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join("");

const PROTOTYPES = new Map(
  CONFUSABLE_CHARACTERS.trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [prototype = "", characters = ""] = entry.split("=");
      return characters.split(",").map((code) => [textOf(code), textOf(prototype)] as const);
    }),
);
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The same for names that look alike, in small letters or in capitals: 0 and O, 1 and l and I, rn and m, Cyrillic с and Latin c.
 *
 * Formula: the skeleton of the name's NFKC form (NFD, without what is ignored, each character by its prototype, NFD again), in
 * small letters.
 * Source: UTS 39, section 4.
 *
 * @example
 * ["mama1", "rnarnal", "rnamaI"].map(lookAlikeKey); // => ["rnarnal", "rnarnal", "rnarnal"]
 * lookAlikeKey("\u0441\u043e\u0441\u043e") === lookAlikeKey("coco"); // => true
 */
export function lookAlikeKey(name: string): string {
  const parts = [...name.normalize("NFKC").normalize("NFD").replaceAll(IGNORED, "")];
  return parts
    .map((character) => PROTOTYPES.get(character) ?? character)
    .join("")
    .normalize("NFD")
    .toLowerCase();
}
