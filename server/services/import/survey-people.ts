import { createHash } from "node:crypto";
import type { Db, Tx } from "#db/client.ts";

/** Under which name a forecaster of a survey is kept, and as which user; null until there is one. */
export interface SurveyPerson {
  readonly name: string;
  readonly id: string | null;
}

const PREFIX = "superforecaster-";
/** What a name may be made of without change; it is at most forty long. */
const PLAIN_ID = /^[A-Za-z0-9._-]{1,24}$/;
const HASH_DIGITS = 12;

const keyOf = (name: string) => name.toLowerCase();
const hashedName = (id: string) => `${PREFIX}${createHash("sha256").update(id).digest("hex").slice(0, HASH_DIGITS)}`;

/**
 * The people of a survey by their ids there. An id becomes a name unless that name is somebody's who can sign in, or differs from
 * another's by capitals alone: then a part of its hash does. Once somebody is kept, they are found again under the same name.
 */
export async function surveyPeople(db: Db | Tx, ids: readonly string[]): Promise<Map<string, SurveyPerson>> {
  const plainName = (id: string) => (PLAIN_ID.test(id) ? PREFIX + id : hashedName(id));
  const names = ids.flatMap((id) => [plainName(id), hashedName(id)]);
  const rows = await db.user.findMany({
    where: { nameKey: { in: names.map(keyOf) } },
    select: { id: true, name: true, nameKey: true, isBot: true, email: true, passwordHash: true },
  });
  const here = new Map(rows.map((row) => [row.nameKey, row]));
  const isOurs = (name: string) => {
    const row = here.get(keyOf(name));
    return row?.name === name && !row.isBot && row.email === null && row.passwordHash === null;
  };
  const claims = Map.groupBy(ids, (id) => keyOf(plainName(id)));
  const nameOf = (id: string) => {
    const [plain, hashed] = [plainName(id), hashedName(id)];
    const kept = [hashed, plain].find(isOurs);
    if (kept !== undefined) return kept;
    const isFree = !here.has(keyOf(plain)) && claims.get(keyOf(plain))?.length === 1;
    return isFree ? plain : hashed;
  };
  return new Map(
    ids.map((id) => {
      const name = nameOf(id);
      return [id, { name, id: isOurs(name) ? (here.get(keyOf(name))?.id ?? null) : null }];
    }),
  );
}

/** Puts those who are not here yet among the users; gives everybody's id. */
export async function addSurveyPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await surveyPeople(tx, ids);
  const missing = [...people.values()].filter(({ id }) => id === null);
  await tx.user.createMany({ data: missing.map(({ name }) => ({ name, nameKey: keyOf(name) })), skipDuplicates: true });
  return new Map(
    [...(await surveyPeople(tx, ids))].map(([id, person]) => {
      if (person.id === null) throw new Error(`There is no user for ${id}, whose name would be ${person.name}.`);
      return [id, person.id];
    }),
  );
}
