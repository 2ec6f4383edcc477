import type { ImportedPeople } from "./import-people.ts";

/** What an import writes everything under. */
export interface Importing {
  readonly batchId: string;
  /** In whose name it is written. */
  readonly importerId: string;
  /** Users by the forecaster's id in the bundle. */
  readonly people: ImportedPeople["ids"];
  /** Under which ids its events and statements of coverage are kept. */
  readonly events: ReadonlyMap<string, string>;
  readonly coverage: ReadonlyMap<string, string>;
}

/** The user of a forecaster of a bundle that was checked. Nothing is ever credited to anybody else. */
export function userOf({ people }: Pick<Importing, "people">, forecasterId: string): string {
  return found(people, forecasterId);
}

/** The id under which something that was checked is kept. */
export function found(ids: ReadonlyMap<string, string>, id: string): string {
  const kept = ids.get(id);
  if (kept === undefined) throw new Error(`${id} was not checked before it was imported.`);
  return kept;
}
