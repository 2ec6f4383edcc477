import type { Hand } from "#core/resolution/decision-rules.ts";
import type { Db, Tx } from "#db/client.ts";

export interface HandInAnswer extends Hand {
  /** What they recorded, signed or clarified; of the rule, the number of the version. */
  readonly subjectId: string;
}

/**
 * Whose work a proposed answer rests on: who recorded the events it cites, in any revision up to the one that was seen, who
 * signed the coverage it cites, and who changed or clarified the rule since the question was published.
 */
export function handsOfAnswer(db: Db | Tx, resolutionId: string): Promise<HandInAnswer[]> {
  return db.$queryRaw<HandInAnswer[]>`
    SELECT DISTINCT 'event' AS kind, r.recorded_by_id::text AS "personId", r.event_id::text AS "subjectId"
      FROM resolution_evidence e JOIN event_revisions seen ON seen.id = e.revision_id
        JOIN event_revisions r ON r.event_id = e.event_id AND r.number <= seen.number
      WHERE e.resolution_id = ${resolutionId}::uuid
    UNION ALL SELECT 'coverage', c.signed_by_id::text, c.id::text
      FROM resolutions r JOIN coverage c ON c.id = ANY (r.coverage_ids) WHERE r.id = ${resolutionId}::uuid
    UNION ALL SELECT 'criteria', v.created_by_id::text, v.version::text
      FROM resolutions r JOIN publications p ON p.question_id = r.question_id
        JOIN criteria_versions v ON v.question_id = r.question_id AND v.created_at > p.published_at
      WHERE r.id = ${resolutionId}::uuid
    UNION ALL SELECT 'clarification', c.written_by_id::text, c.id::text
      FROM resolutions r JOIN clarifications c ON c.question_id = r.question_id WHERE r.id = ${resolutionId}::uuid`;
}
