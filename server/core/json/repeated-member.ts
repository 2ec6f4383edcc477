/**
 * The first name that an object in JSON gives to two of its own members; null when all differ. A parser would keep the last
 * alone, without a word. The text must be JSON.
 *
 * @example
 * repeatedMember('{"a": 1, "b": {"a": 2}, "\\u0061": 3}'); // => "a"
 * repeatedMember('{"a": 1, "b": "a", "c": ["a"]}'); // => null
 */
export function repeatedMember(text: string): string | null {
  const seen = new Set<string>();
  let depth = 0;
  for (const [token, string, follows] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (depth === 1 && string !== undefined && follows !== undefined) {
      const name = JSON.parse(string) as string;
      if (seen.has(name)) return name;
      seen.add(name);
    }
  }
  return null;
}

/** A bracket, or a string with the colon behind it, if there is one. */
const TOKEN = /[{}[\]]|("(?:[^"\\]+|\\.)*")(\s*:)?/g;
