/** What may part the cells of a table. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * What parts the columns of a table, told from the line that names them: what parts it into the most names, quoted ones left
 * whole. A line with a tab is parted by tabs, since nobody's name of a column holds one.
 *
 * @example
 * ["id,type", "id;type", "id\ttype, mode", '"a;b"|c', "id"].map(tableDelimiter); // => [",", ";", "\t", "|", ","]
 */
export function tableDelimiter(header: string): Delimiter {
  if (header.includes("\t")) return "\t";
  const bare = header.replaceAll(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
