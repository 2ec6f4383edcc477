/** Languages that are written from right to left in the script they are mostly written in. */
const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"]);
const RIGHT_TO_LEFT_SCRIPT = /^(arab|hebr|syrc|thaa|nkoo|aran)$/;

/**
 * Which way a text of a language runs, from its tag (BCP 47): the script's when the tag names one, else the language's.
 *
 * @example
 * textDirection("fa-IR"); // => "rtl"
 * textDirection("en"); // => "ltr"
 * textDirection("az-Arab"); // => "rtl"
 * textDirection("ur-Latn"); // => "ltr"
 */
export function textDirection(language: string): "ltr" | "rtl" {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined) return RIGHT_TO_LEFT_SCRIPT.test(script) ? "rtl" : "ltr";
  return RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr";
}
