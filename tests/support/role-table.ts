/** Statuses by which somebody is turned away. */
export const DENIALS = ["401", "403", "404"];

export interface RoleRow {
  readonly name: string;
  /** The status for each of those in the head of the table. */
  readonly statuses: Readonly<Record<string, string>>;
  /** What stands at the end of its line. */
  readonly rest: string;
}

/** Reads a table of statuses: a line for each thing that is asked, a column for each who asks, and at the end what is to be known. */
export function readRoleTable(text: string): RoleRow[] {
  const [head = "", ...lines] = text.trim().split("\n");
  const [, ...columns] = head.trim().split(/\s+/);
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [name = "", ...cells] = line.trim().split(/\s+/);
      const statuses = Object.fromEntries(columns.map((who, place) => [who, cells[place] ?? ""]));
      return { name, statuses, rest: cells.slice(columns.length).join(" ") };
    });
}

/** What is wrong with the names of a table: what has no row in it, what is in it and nowhere else, what is in it twice. */
export function wrongNames(rows: readonly { readonly name: string }[], names: readonly string[]): string[] {
  const listed = rows.map(({ name }) => name);
  return [
    ...names.filter((name) => !listed.includes(name)).map((name) => `${name} is missing`),
    ...listed.filter((name) => !names.includes(name)).map((name) => `${name} does not exist`),
    ...listed.filter((name, place) => listed.indexOf(name) !== place).map((name) => `${name} is listed twice`),
  ];
}
