import type { Db } from "#db/client.ts";
import { createCaller } from "#server/api/root.ts";
import type { ServiceContext } from "#services/context.ts";
import type { Outbound } from "#services/outbound.ts";
import { someone } from "./people.ts";
import { someTopic, visitEvent } from "./questions.ts";

type Person = Awaited<ReturnType<typeof someone>>;

/** Who acts, and what they act on: where any mutation of the router can be done. */
export interface Stage {
  readonly db: Db;
  readonly admin: Person;
  readonly moderator: Person;
  readonly member: Person;
  readonly topicId: string;
  /** A visit that decides nothing by itself. */
  readonly eventId: string;
  /** The procedures, as somebody calls them now. */
  readonly callerOf: (ctx: ServiceContext) => ReturnType<typeof createCaller>;
}

export async function setStage(db: Db, outbound: Outbound): Promise<Stage> {
  const callerOf = (ctx: ServiceContext) => createCaller({ ...ctx, now: new Date(), outbound });
  const [admin, moderator, member] = [await someone(db, "admin"), await someone(db, "moderator"), await someone(db)];
  const topicId = await someTopic(moderator);
  const visit = visitEvent(topicId, { country: "CHE", placeName: "Geneva" });
  const { id: eventId } = await callerOf(moderator).event.log(visit);
  return { db, admin, moderator, member, topicId, eventId, callerOf };
}

type Act = (input: unknown) => Promise<unknown>;

/** The procedure of a path, as somebody calls it. */
export function actOf(on: Stage, ctx: ServiceContext, path: string): Act {
  const [noun = "", verb = ""] = path.split(".");
  return (on.callerOf(ctx) as unknown as Record<string, Record<string, Act>>)[noun]?.[verb] as Act;
}
