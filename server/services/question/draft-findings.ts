import type { Criteria, Match } from "#core/criteria/criteria.ts";
import type { Finding } from "#core/criteria/finding.ts";
import { eventFits } from "#core/criteria/match-conditions.ts";
import { resolvability } from "#core/criteria/resolvability.ts";
import { costFindings } from "#core/criteria/worst-case-steps.ts";
import { eventTypeLevel } from "#core/event/event-types.ts";
import type { Db, Tx } from "#db/client.ts";
import { loadLogFor } from "#services/event-log/load-log-for.ts";

export interface DraftSurroundings {
  readonly topicId: string;
  readonly optionIds: readonly string[];
  readonly optionLabels?: ReadonlyMap<string, string>;
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
  return rows.map(({ type }) => type).filter((type) => eventTypeLevel(type) === "subtype");
}

/** What core finds amiss with a rule, asked with all that surrounds it: whether it can decide, and what that may cost on the log. */
export async function draftFindings(
  db: Db | Tx,
  criteria: Criteria,
  { topicId, optionIds, optionLabels, closesAt, deadlineAt }: DraftSurroundings,
  now: Date,
): Promise<Finding[]> {
  const found = resolvability(criteria, {
    now: now.getTime(),
    ...(closesAt ? { closesAt: closesAt.getTime() } : {}),
    ...(deadlineAt ? { deadlineAt: deadlineAt.getTime() } : {}),
    ...("options" in criteria ? { optionIds } : {}),
    ...(optionLabels ? { optionLabels } : {}),
    subtypes: await ownSubtypes(db, topicId),
  });
  if (found.some(({ severity }) => severity === "error")) return found;
  const log = await loadLogFor(db, { topicId, asOf: now }, [criteria]);
  const known = new Map<Match, number>();
  const fitting = (match: Match) => {
    const count = known.get(match) ?? log.filter((event) => eventFits(match, event)).length;
    known.set(match, count);
    return count;
  };
  return [...costFindings(criteria, log.length, fitting), ...found];
}
