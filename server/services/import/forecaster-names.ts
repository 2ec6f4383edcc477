import { createHash } from "node:crypto";
import type { Tx } from "#db/client.ts";
import type { BundleDocument } from "#services/bundle/bundle-document.ts";
import { IMPORTER_NAMES } from "./importer.ts";

const LONGEST = 40;
const HASH_DIGITS = 8;

type Forecaster = BundleDocument["forecasters"][number];

/** The name under which a forecaster of a bundle is kept here. */
export interface KeptName {
  readonly name: string;
  readonly nameKey: string;
  /** What the bundle calls them, when that is not it. */
  readonly importedName: string | null;
}

/**
 * A name as people here have one: letters with their marks, digits, dots, hyphens and underscores, at most forty. It is cut between
 * characters, never within one.
 */
function handleOf(name: string): string {
  const handle = name
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replace(/^[^\p{L}\p{N}]+/u, "");
  return cut(handle, LONGEST).replace(/-+$/, "") || "forecaster";
}

function cut(text: string, most: number): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept;
}

function withHash(handle: string, of: string): string {
  const digits = createHash("sha256").update(of).digest("hex").slice(0, HASH_DIGITS);
  return `${cut(handle, LONGEST - HASH_DIGITS - 1)}-${digits}`;
}

/** By what names are told apart: those that a reader would take for one another have one key. */
function likeness(name: string): string {
  return name.normalize("NFKC").toLowerCase().normalize("NFKC");
}

const keyOf = (name: string) => name.toLowerCase();

/**
 * Under which name each forecaster of a bundle is kept, so that no two fall together: not two of the bundle, and none with somebody
 * who can sign in, with another kind of forecaster, or with somebody imported under another name. Where that would be, the name is
 * followed by a part of the hash of the forecaster's id. A name that was made so once is kept.
 */
export async function forecasterNames(tx: Tx, forecasters: readonly Forecaster[]): Promise<Map<string, KeptName>> {
  const handles = new Map(forecasters.map(({ id, name }) => [id, handleOf(name)]));
  const claims = Map.groupBy(forecasters, ({ id }) => likeness(handles.get(id) ?? id));
  const first = new Map(
    forecasters.map(({ id }) => {
      const handle = handles.get(id) ?? id;
      const isOwn = id !== handle && cut(id, LONGEST) === id && isMadeOf(id, handle);
      const isAlone = claims.get(likeness(handle))?.length === 1;
      return [id, isOwn ? id : isAlone ? handle : withHash(handle, id)];
    }),
  );
  const here = await peopleHere(tx, [...first.values()]);
  const taken = new Set<string>();
  const kept = new Map<string, KeptName>();
  for (const forecaster of forecasters) {
    const { id, name } = forecaster;
    let handle = first.get(id) ?? id;
    for (let tries = 0; taken.has(likeness(handle)) || here.isOther(handle, forecaster); tries++) {
      handle = withHash(handles.get(id) ?? id, tries === 0 ? id : `${id} ${name} ${tries}`);
      if (!here.knows(handle)) await here.learn(tx, handle);
    }
    taken.add(likeness(handle));
    kept.set(id, { name: handle, nameKey: keyOf(handle), importedName: handle === name ? null : name });
  }
  return kept;
}

/** Under which names a forecaster may be kept: the id, where an export made it of the name here, and what is made of the name. */
export function likelyNames({ id, name }: Forecaster): string[] {
  const handle = handleOf(name);
  return [...(handleOf(id) === id ? [id] : []), withHash(handle, id), handle];
}

/** Whether an id is a handle followed by a hash, as an earlier import made it. */
function isMadeOf(id: string, handle: string): boolean {
  const [, stem] = /^(.+)-[0-9a-f]{8}$/u.exec(id) ?? [];
  return stem === cut(handle, LONGEST - HASH_DIGITS - 1);
}

/** Who has a name here already. */
async function peopleHere(tx: Tx, names: readonly string[]) {
  const known = new Set<string>();
  const people = new Map<string, { name: string; importedName: string | null; isOwned: boolean; isBot: boolean }>();
  const learn = async (from: Tx, ...more: readonly string[]) => {
    const keys = more.map(keyOf);
    const alike = more.map(likeness);
    const rows = await from.$queryRaw<
      { name: string; importedName: string | null; isOwned: boolean; isBot: boolean }[]
    >`SELECT name, imported_name AS "importedName", email IS NOT NULL OR password_hash IS NOT NULL OR owner_id IS NOT NULL AS "isOwned", is_bot AS "isBot"
      FROM users WHERE name_key = ANY (${keys}::text[]) OR normalize(name_key, NFKC) = ANY (${alike}::text[])`;
    for (const row of rows) people.set(likeness(row.name), row);
    for (const name of more) known.add(name);
  };
  await learn(tx, ...names);
  return {
    learn,
    knows: (name: string) => known.has(name),
    /** Whether the name is somebody else's than this forecaster's. */
    isOther(name: string, forecaster: Forecaster): boolean {
      if (IMPORTER_NAMES.includes(likeness(name))) return true;
      const person = people.get(likeness(name));
      if (!person) return false;
      const isSame = (person.importedName ?? person.name) === forecaster.name && keyOf(person.name) === keyOf(name);
      return person.isOwned || person.isBot !== forecaster.isBot || !isSame;
    },
  };
}
