import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import { forecasterNames, likelyNames } from "./forecaster-names.ts";

type Forecaster = BundleDocument["forecasters"][number];

export interface ImportedPeople {
  /** Users by the forecaster's id in the bundle. */
  readonly ids: ReadonlyMap<string, string>;
  readonly added: number;
  readonly known: number;
  /** Of whom nothing goes in, and who are not here. */
  readonly leftOut: number;
}

/** Whose records go in with the questions that are not here yet; and those of whom the bundle tells nothing but the name. */
function neededIn(
  { forecasters, forecasts, orders, trades }: BundleDocument,
  known: ReadonlyMap<string, string>,
): Forecaster[] {
  const [needed, mentioned] = [new Set<string>(), new Set<string>()];
  for (const records of [forecasts, orders, trades]) {
    for (const { questionId, forecasterId } of records) {
      mentioned.add(forecasterId);
      if (!known.has(questionId)) needed.add(forecasterId);
    }
  }
  return forecasters.filter(({ id }) => needed.has(id) || !mentioned.has(id));
}

/**
 * Makes everybody of a bundle of whom something goes in a person of their own, unless an import has before; the others are looked
 * up, since what they said is compared with what is here.
 */
export async function importPeople(
  tx: Tx,
  document: BundleDocument,
  known: ReadonlyMap<string, string>,
): Promise<ImportedPeople> {
  const needed = neededIn(document, known);
  const { ids, added } = await makePeople(tx, needed);
  const isNeeded = new Set(needed.map(({ id }) => id));
  const others = document.forecasters.filter(({ id }) => !isNeeded.has(id));
  const found = await peopleNamed(tx, others);
  const leftOut = others.filter(({ id }) => !found.has(id)).length;
  return { ids: new Map([...found, ...ids]), added, leftOut, known: document.forecasters.length - added - leftOut };
}

/** New ids are in the order of the bundle's, since that decides the order of what two people said in one instant. */
async function makePeople(tx: Tx, forecasters: readonly Forecaster[]) {
  const names = await forecasterNames(tx, forecasters);
  const inOrder = forecasters.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const newIds = inOrder.map(() => timeOrderedId()).sort();
  const data = inOrder.map(({ id, isBot, isSimulated }, i) => {
    const kept = names.get(id);
    if (!kept) throw new Error(`The forecaster ${id} was given no name.`);
    return { id: newIds[i] as string, ...kept, isBot, isSimulated };
  });
  const added = await tx.$executeRaw`
    INSERT INTO users (id, name, name_key, imported_name, is_bot, is_simulated)
    SELECT id, name, "nameKey", "importedName", "isBot", "isSimulated" FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb)
      AS person (id uuid, name text, "nameKey" text, "importedName" text, "isBot" boolean, "isSimulated" boolean)
    ON CONFLICT (name_key) DO NOTHING`;
  const users = await usersByKey(
    tx,
    data.map(({ nameKey }) => nameKey),
  );
  const ids = new Map(
    inOrder.map(({ id }, i) => {
      const userId = users.get(data[i]?.nameKey ?? "");
      if (!userId) throw new Error(`The forecaster ${id} has no account.`);
      return [id, userId];
    }),
  );
  return { ids, added };
}

/** Whoever has the name of a forecaster, with an account or without. */
async function peopleNamed(tx: Tx, forecasters: readonly Forecaster[]): Promise<Map<string, string>> {
  const keys = forecasters.map((forecaster) => likelyNames(forecaster).map((name) => name.toLowerCase()));
  const users = await usersByKey(tx, keys.flat());
  return new Map(
    forecasters.flatMap(({ id }, i) => {
      const userId = keys[i]?.flatMap((key) => users.get(key) ?? [])[0];
      return userId === undefined ? [] : [[id, userId]];
    }),
  );
}

async function usersByKey(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; nameKey: string }[]>`
    SELECT id, name_key AS "nameKey" FROM users WHERE name_key = ANY (${keys}::text[])`;
  return new Map(rows.map(({ id, nameKey }) => [nameKey, id]));
}
