import { DomainError } from "#core/errors.ts";
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
}

/** A person by name, whatever its case, or `subject_must_exist`. */
export async function loadPerson(db: Db | Tx, name: string): Promise<PublicPerson> {
  const row = await db.user.findUnique({
    where: { nameKey: name.toLowerCase() },
    select: { id: true, name: true, isBot: true, isSimulated: true, passwordHash: true, createdAt: true },
  });
  if (!row) throw new DomainError("subject_must_exist", "There is nobody of this name.", "name");
  const { passwordHash, ...person } = row;
  return { ...person, isImported: passwordHash === null && !person.isSimulated };
}
