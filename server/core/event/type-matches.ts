/**
 * Whether a type falls under a prefix: the prefix itself, or anything below it. The empty prefix takes in every type.
 *
 * Formula: type = prefix, or type begins with prefix and a dot.
 *
 * @example
 * typeMatches("CONSULT", "CONSULT.visit"); // => true
 * typeMatches("CONSULT.visit", "CONSULT"); // => false
 * typeMatches("CONSULT", "CONSULTATION"); // => false
 */
export function typeMatches(prefix: string, type: string): boolean {
  return prefix === "" || type === prefix || type.startsWith(`${prefix}.`);
}

/**
 * Every prefix that takes in a type, the widest first.
 *
 * @example
 * typePrefixes("CONSULT.visit"); // => ["", "CONSULT", "CONSULT.visit"]
 */
export function typePrefixes(type: string): string[] {
  const parts = type.split(".");
  return ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("."))];
}
