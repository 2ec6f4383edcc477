import type { Actor } from "#core/actor.ts";
import { type Db, database } from "#db/client.ts";
import { env } from "#server/env.ts";
import { type Outbound, outboundWhen } from "./outbound.ts";

/** What every command and query is given: who acts, when the request began, and the database. */
export interface ServiceContext {
  readonly actor: Actor;
  /** When the request began. Rows are stamped by the database instead, after their locks are held. */
  readonly now: Date;
  readonly db: Db;
  /** The address the request came from, as far as it can be believed; absent for Parley's own work. */
  readonly address?: string | undefined;
  /** The way out to other servers; absent while fetching is switched off. */
  readonly outbound?: Outbound | undefined;
}

/** A context in which somebody acts now. */
export async function contextFor(actor: Actor): Promise<ServiceContext> {
  return { actor, now: new Date(), db: (await database()).prisma, outbound: outboundWhen(env.PARLEY_FETCH_SOURCES) };
}

/** A context for Parley's own work: jobs, the command line, the demonstration. */
export function jobContext(name: string): Promise<ServiceContext> {
  return contextFor({ kind: "job", name });
}
