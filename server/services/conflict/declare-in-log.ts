import type { ConflictedAct } from "#core/resolution/conflict-treatments.ts";
import type { Tx } from "#db/client.ts";
import { hasInterestIn } from "./conflicts-in.ts";
import { declareConflicts } from "./declare-conflicts.ts";
import { questionsOfEvents } from "./questions-of-change.ts";

interface LogAct {
  readonly act: ConflictedAct;
  readonly topicId: string;
  /** The event that is recorded first; a merge changes two. */
  readonly eventIds: readonly [string, ...string[]];
}

/**
 * As `declareConflicts`, for a change of a log, once it is written and before it is committed: refused or declared by what the
 * events say now and said before.
 */
export async function declareInLog(tx: Tx, personId: string, { act, topicId, eventIds }: LogAct): Promise<void> {
  if (!(await hasInterestIn(tx, personId, topicId))) return;
  const questions = await questionsOfEvents(tx, topicId, eventIds);
  await declareConflicts(tx, personId, { act, subjectKind: "event", subjectId: eventIds[0], questions });
}
