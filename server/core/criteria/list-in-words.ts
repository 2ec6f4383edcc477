/**
 * A list as it stands in a sentence.
 *
 * @example
 * listInWords(["Iran", "Oman", "Qatar"], "and"); // => "Iran, Oman and Qatar"
 * listInWords(["Iran"], "or"); // => "Iran"
 */
export function listInWords(words: readonly string[], conjunction: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}
