import type { Criteria } from "#core/criteria/criteria.ts";
import { eventKeys, mayTouch } from "#core/criteria/touched-by.ts";
import type { Db } from "#db/client.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { isAnswered, isPublished } from "#services/question-state.ts";

export interface TouchedQuestion {
  id: string;
  slug: string;
  title: string;
}

/**
 * The published questions of a topic that have no answer yet and whose criteria some events may count towards, as they are
 * stated now or were before their last revision: what an event no longer counts towards has changed too.
 */
export async function touchedQuestions(
  db: Db,
  topicId: string,
  eventIds: readonly string[],
): Promise<TouchedQuestion[]> {
  const events = await loadLog(db, { topicId, lastTwoOf: eventIds });
  const keys = [...new Set(events.flatMap(eventKeys))];
  const rows = await db.$queryRaw<(TouchedQuestion & { rule: Criteria })[]>`
    WITH asking AS MATERIALIZED (
      SELECT question_id, version, rule FROM criteria_versions WHERE criteria_keys(rule) && ${keys}::text[])
    SELECT q.id::text, q.slug, q.title, a.rule
    FROM asking a JOIN questions q ON q.id = a.question_id
    WHERE q.topic_id = ${topicId}::uuid AND ${isPublished} AND NOT ${isAnswered}
      AND NOT EXISTS (SELECT FROM criteria_versions later WHERE later.question_id = q.id AND later.version > a.version)
    ORDER BY q.closes_at, q.id`;
  return rows
    .filter(({ rule }) => events.some((event) => mayTouch(rule, event)))
    .map(({ rule: _, ...question }) => question);
}
