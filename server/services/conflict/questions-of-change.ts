import { relevantCoverage } from "#core/criteria/coverage-in-force.ts";
import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaMatches } from "#core/criteria/criteria-matches.ts";
import { eventKeys, mayTouch } from "#core/criteria/touched-by.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { loadLog } from "#services/event-log/load-log.ts";
import { isAnswered, isPublished } from "#services/question-state.ts";
import type { BornOn } from "./declare-conflicts.ts";

interface Row {
  id: string;
  title: string;
  rule: Criteria | null;
  isCited: boolean;
}

/** A resolution that is proposed, or is the answer that stands. */
const isInForce = Prisma.sql`(NOT EXISTS (SELECT FROM decisions d WHERE d.resolution_id = r.id)
  OR EXISTS (SELECT FROM final_resolutions f WHERE f.resolution_id = r.id))`;

/**
 * The published questions whose answer a change of events bears on: those whose criteria the events may count towards, as
 * they are stated now or were before their last revision, answered or not, and those with an answer that cites them.
 */
export async function questionsOfEvents(tx: Tx, topicId: string, eventIds: readonly string[]): Promise<BornOn[]> {
  const events = await loadLog(tx, { topicId, lastTwoOf: eventIds });
  const keys = [...new Set(events.flatMap(eventKeys))];
  const rows = await tx.$queryRaw<Row[]>`
    WITH asking AS MATERIALIZED (
      SELECT question_id, version, rule FROM criteria_versions WHERE criteria_keys(rule) && ${keys}::text[]),
    cited AS MATERIALIZED (
      SELECT r.question_id FROM resolution_evidence e JOIN resolutions r ON r.id = e.resolution_id
      WHERE e.event_id = ANY(${[...eventIds]}::uuid[]) AND ${isInForce})
    SELECT q.id::text AS id, q.title, a.rule, q.id IN (SELECT question_id FROM cited) AS "isCited"
    FROM questions q LEFT JOIN asking a ON a.question_id = q.id
      AND NOT EXISTS (SELECT FROM criteria_versions later WHERE later.question_id = q.id AND later.version > a.version)
    WHERE q.topic_id = ${topicId}::uuid AND ${isPublished} AND (a.rule IS NOT NULL OR q.id IN (SELECT question_id FROM cited))`;
  return rows.filter(
    ({ rule, isCited }) => isCited || (rule !== null && events.some((event) => mayTouch(rule, event))),
  );
}

interface Signed {
  readonly topicId: string;
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly coversFrom: Date;
  readonly coversUntil: Date;
  readonly supersedesId: string | null;
}

/**
 * The published questions whose answer a statement of coverage bears on: those without an answer to which absence may answer
 * by it, and those with an answer that cites the statement it replaces.
 */
export async function questionsOfCoverage(tx: Tx, signed: Signed): Promise<BornOn[]> {
  const { topicId, supersedesId, ...scope } = signed;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT q.id::text AS id, q.title,
      (SELECT c.rule FROM criteria_versions c WHERE c.question_id = q.id ORDER BY c.version DESC LIMIT 1) AS rule,
      EXISTS (SELECT FROM resolutions r
        WHERE r.question_id = q.id AND ${supersedesId}::uuid = ANY (r.coverage_ids) AND ${isInForce}) AS "isCited"
    FROM questions q
    WHERE q.topic_id = ${topicId}::uuid AND ${isPublished} AND (NOT ${isAnswered}
      OR EXISTS (SELECT FROM resolutions r
        WHERE r.question_id = q.id AND ${supersedesId}::uuid = ANY (r.coverage_ids) AND ${isInForce}))`;
  const [coversFrom, coversUntil] = [scope.coversFrom.getTime(), scope.coversUntil.getTime()];
  const statement = { ...scope, id: "", signedAt: 0, supersedesId, coversFrom, coversUntil };
  const vouchesFor = (rule: Criteria) =>
    criteriaMatches(rule).some((match) => relevantCoverage(match, rule.window, [statement]).length > 0);
  return rows.filter(({ rule, isCited }) => isCited || (rule !== null && vouchesFor(rule)));
}
