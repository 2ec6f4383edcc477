/** CAMEO writes an actor as three-letter pieces, the country first: IRN, IRNGOV, IRNGOVMIL. */
const PIECE = 3;

/**
 * Whether an actor falls under a code: the code itself, or the code and further pieces.
 *
 * Formula: actor = code, or actor begins with code at a border between pieces of three letters.
 * Source: the CAMEO actor coding scheme.
 *
 * @example
 * actorMatches("IRN", "IRNGOV"); // => true
 * actorMatches("IRNGOV", "IRN"); // => false
 * actorMatches("IRNG", "IRNGOV"); // => false
 */
export function actorMatches(code: string, actor: string): boolean {
  return actor === code || (code !== "" && code.length % PIECE === 0 && actor.startsWith(code));
}

/**
 * Every code that takes in an actor, the widest first.
 *
 * @example
 * actorPrefixes("IRNGOV"); // => ["IRN", "IRNGOV"]
 */
export function actorPrefixes(actor: string): string[] {
  const prefixes: string[] = [];
  for (let length = PIECE; length < actor.length; length += PIECE) prefixes.push(actor.slice(0, length));
  return [...prefixes, actor];
}
