import type { Criteria } from "#core/criteria/criteria.ts";
import type { Finding } from "#core/criteria/finding.ts";
import { resolvability } from "#core/criteria/resolvability.ts";
import { eventTypeStanding } from "#core/event/event-types.ts";
import type { Db, Tx } from "#db/client.ts";

export interface DraftSurroundings {
  readonly topicId: string;
  readonly optionIds: readonly string[];
  readonly closesAt?: Date | undefined;
  readonly deadlineAt?: Date | undefined;
}

/** The subtypes that a topic has made its own: those under which something was logged. */
async function ownSubtypes(db: Db | Tx, topicId: string): Promise<string[]> {
  const rows = await db.eventRevision.findMany({
    where: { event: { topicId } },
    distinct: ["type"],
    select: { type: true },
  });
  return rows.map(({ type }) => type).filter((type) => eventTypeStanding(type) === "subtype");
}

/** What core's resolvability check finds amiss with a rule, asked with all that surrounds it. */
export async function draftFindings(
  db: Db | Tx,
  criteria: Criteria,
  { topicId, optionIds, closesAt, deadlineAt }: DraftSurroundings,
  now: Date,
): Promise<Finding[]> {
  return resolvability(criteria, {
    now: now.getTime(),
    ...(closesAt ? { closesAt: closesAt.getTime() } : {}),
    ...(deadlineAt ? { deadlineAt: deadlineAt.getTime() } : {}),
    ...("options" in criteria ? { optionIds } : {}),
    subtypes: await ownSubtypes(db, topicId),
  });
}
