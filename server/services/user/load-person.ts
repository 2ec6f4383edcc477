import { DomainError } from "#core/errors.ts";
import { keysOfName } from "#core/text/name-key.ts";
import type { Db, Tx } from "#db/client.ts";

/** What everybody may know of a person. */
export interface PublicPerson {
  id: string;
  name: string;
  isBot: boolean;
  isSimulated: boolean;
  /** Without an account of their own: they exist here through an import. */
  isImported: boolean;
  createdAt: Date;
  /** Of a bot: the person who answers for it, and whether it acts still. */
  owner: string | null;
  isRetired: boolean;
}

/** A person by name, in whatever form and case it is written, or `subject_must_exist`. */
export async function loadPerson(db: Db | Tx, name: string): Promise<PublicPerson> {
  const rows = await db.user.findMany({
    where: { nameKey: { in: keysOfName(name) } },
    select: {
      id: true,
      name: true,
      nameKey: true,
      isBot: true,
      isSimulated: true,
      passwordHash: true,
      createdAt: true,
      owner: { select: { name: true } },
      retirement: { select: { retiredAt: true } },
    },
  });
  // Names of before names were folded may have two forms beside each other: the one that is meant is the one written.
  const row = rows.find(({ nameKey }) => nameKey === name.toLowerCase()) ?? rows[0];
  if (!row) throw new DomainError("subject_must_exist", { kind: "person_of_name", field: "name" });
  const { passwordHash, nameKey: _, owner, retirement, ...person } = row;
  return {
    ...person,
    isImported: passwordHash === null && !person.isSimulated && owner === null,
    owner: owner?.name ?? null,
    isRetired: retirement !== null,
  };
}
