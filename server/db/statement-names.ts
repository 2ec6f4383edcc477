/**
 * Stands in the text of a statement whose best plan depends on its values, such as how long a stretch of the log they ask
 * for: it gets no name.
 */
export const PLANNED_ANEW = "/* planned anew */";

/** More placeholders than this are a list of values, and lists come in every length: their texts hardly repeat. */
const MAX_PLACEHOLDERS = 24;
/** Each connection keeps what it has prepared, so what may be named is bounded. */
const MAX_NAMES = 500;

/**
 * Names for SQL texts. A connection plans a statement that has a name once and afterwards only binds its values, which
 * is half of the work of a small statement. A text that gets no name, "", is planned each time.
 */
export function statementNames(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const isList = text.includes(`$${MAX_PLACEHOLDERS + 1}`);
    if (isList || text.includes(PLANNED_ANEW) || names.size >= MAX_NAMES) return "";
    const name = `parley_${names.size}`;
    names.set(text, name);
    return name;
  };
}
