import type { ServiceContext } from "#services/context.ts";
import type { WhichBoard } from "./input.ts";

interface Subject {
  readonly subject: string;
  readonly isReference: boolean;
}

/** The Peer scores of some subjects on the questions that a board counts, as much as each counts there. */
export async function scoresOnBoard(
  ctx: ServiceContext,
  { season }: WhichBoard,
  scope: string,
  subjects: readonly Subject[],
) {
  const of = (isReference: boolean) =>
    subjects.filter((subject) => subject.isReference === isReference).map(({ subject }) => subject);
  const [kind, id = ""] = scope.split(":");
  return ctx.db.$queryRaw<
    { subject: string; question: string; peer: number; coverage: number; isReference: boolean }[]
  >`
    SELECT s.subject, q.id::text AS question, w.weight * s.peer AS peer, w.weight * s.coverage AS coverage,
      s.is_reference AS "isReference"
    FROM (
      SELECT run_id, forecaster_id::text AS subject, peer, peer_coverage AS coverage, false AS is_reference
      FROM scores WHERE forecaster_id = ANY(${of(false)}::uuid[])
      UNION ALL
      SELECT run_id, method, peer, peer_coverage, true FROM reference_scores WHERE method = ANY(${of(true)}::text[])
    ) AS s JOIN current_score_runs c ON c.run_id = s.run_id JOIN questions q ON q.id = c.question_id
    CROSS JOIN LATERAL (SELECT COALESCE((SELECT t.weight FROM tournament_questions t
      WHERE t.question_id = q.id AND ${kind}::text = 'tournament' AND t.tournament_id::text = ${id}), 1) AS weight) AS w
    WHERE CASE ${kind}::text
      WHEN 'topic' THEN q.topic_id::text = ${id}
      WHEN 'tournament' THEN EXISTS (
        SELECT FROM tournament_questions t WHERE t.question_id = q.id AND t.tournament_id::text = ${id})
      WHEN 'season' THEN c.in_season AND to_char(q.closes_at AT TIME ZONE 'UTC', 'YYYY"-q"Q') = ${season ?? ""}
      ELSE true END
    ORDER BY q.id`;
}
