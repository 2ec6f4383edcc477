import { database } from "#db/client.ts";
import { sessionActor } from "#server/auth/session-actor.ts";
import type { ServiceContext } from "#services/context.ts";

/** A service context for one HTTP request, read from its headers alone, so that any kind of server can build it. */
export async function contextOf(headers: Headers): Promise<ServiceContext> {
  const db = (await database()).prisma;
  return { actor: await sessionActor(headers, db), now: new Date(), db };
}
