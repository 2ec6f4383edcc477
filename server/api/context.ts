import { sessionActor } from "#server/auth/session-actor.ts";
import { contextFor, type ServiceContext } from "#services/context.ts";

/** A service context for one HTTP request, read from its headers alone, so that any kind of server can build it. */
export async function contextOf(headers: Headers): Promise<ServiceContext> {
  return contextFor(await sessionActor(headers));
}
