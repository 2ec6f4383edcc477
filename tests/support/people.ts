import type { Role } from "#core/actor.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";

let made = 0;

/** Puts a person in the database and gives the context in which they act now. */
export async function someone(
  db: Db,
  role: Role = "forecaster",
  name = `${role}-${++made}`,
): Promise<ServiceContext & { actor: { kind: "user"; id: string; name: string; role: Role } }> {
  const user = await db.user.create({
    data: { name, nameKey: name.toLowerCase(), email: `${name.toLowerCase()}@example.org`, passwordHash: "none", role },
  });
  return { actor: { kind: "user", id: user.id, name, role }, now: new Date(), db };
}

export const anonymous = (db: Db): ServiceContext => ({ actor: { kind: "anonymous" }, now: new Date(), db });
export const job = (db: Db, name = "test"): ServiceContext => ({ actor: { kind: "job", name }, now: new Date(), db });
