import type { Db } from "#db/client.ts";
import { log } from "#server/log.ts";
import type { ServiceContext } from "#services/context.ts";
import { type TouchedQuestion, touchedQuestions } from "./touched-questions.ts";

/** An answer that the engine has just proposed. */
export interface EngineProposal {
  questionId: string;
  slug: string;
  title: string;
  outcome: string;
}

/** What a change of a topic's log has led to so far. */
export interface Consequences {
  /** The open questions whose criteria the changed events may count towards; none for a statement of coverage. */
  touched: TouchedQuestion[];
  /** The answers that the engine has proposed on the topic since the change. */
  proposals: EngineProposal[];
  /** False while the topic's questions are still to be evaluated; a job does so within a minute. */
  areEvaluated: boolean;
}

/**
 * Reads what a change of a topic's log has led to, after its consumers were given the chance. A failure here does not undo what was
 * recorded, and is not reported as one: whoever recorded it would record it again.
 */
export async function consequencesOf(
  { db }: Pick<ServiceContext, "db">,
  { topicId, eventIds, since }: { topicId: string; eventIds: readonly string[]; since: Date },
): Promise<Consequences> {
  try {
    return {
      touched: eventIds.length > 0 ? await touchedQuestions(db, topicId, eventIds) : [],
      proposals: await proposalsSince(db, topicId, since),
      areEvaluated: await areEvaluated(db, topicId),
    };
  } catch (err) {
    log.error({ err, topicId }, "what a change of the log led to could not be read");
    return { touched: [], proposals: [], areEvaluated: false };
  }
}

function proposalsSince(db: Db, topicId: string, since: Date): Promise<EngineProposal[]> {
  return db.$queryRaw<EngineProposal[]>`
    SELECT q.id::text AS "questionId", q.slug, q.title, r.outcome
    FROM resolutions r JOIN questions q ON q.id = r.question_id
    WHERE q.topic_id = ${topicId}::uuid AND r.proposed_at >= ${since} AND r.proposed_by_id IS NULL AND r.import_batch_id IS NULL
      AND r.outcome IS NOT NULL AND NOT EXISTS (SELECT FROM decisions d WHERE d.resolution_id = r.id)
    ORDER BY q.id`;
}

async function areEvaluated(db: Db, topicId: string): Promise<boolean> {
  const [waiting] = await db.$queryRaw<unknown[]>`
    SELECT FROM event_deliveries d JOIN domain_events e ON e.id = d.event_id
    WHERE d.consumer = 'evaluate-questions' AND e.payload->>'topicId' = ${topicId} LIMIT 1`;
  return waiting === undefined;
}
