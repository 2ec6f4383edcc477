import { type ConflictKind, conflictsOf, type Interests } from "#core/resolution/conflicts.ts";
import type { Db, Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";

interface Row extends Interests {
  id: string;
}

/** A person's own account and those of their bots: what a bot stakes, its owner has at stake. */
const accountsOf = (personId: string) =>
  Prisma.sql`ARRAY(SELECT id FROM users WHERE id = ${personId}::uuid OR owner_id = ${personId}::uuid)`;

/** Somebody's conflicts of interest in questions, as the rows say it now; of those questions alone in which there are some. */
export async function conflictsIn(
  db: Db | Tx,
  personId: string,
  questionIds: readonly string[],
): Promise<Map<string, ConflictKind[]>> {
  if (questionIds.length === 0) return new Map();
  const accounts = accountsOf(personId);
  const rows = await db.$queryRaw<Row[]>`
    SELECT asked.id::text AS id,
      EXISTS (SELECT FROM forecasts f WHERE f.question_id = asked.id AND f.forecaster_id = ANY (${accounts})) AS "hasForecast",
      EXISTS (SELECT FROM positions p, unnest(p.shares_micros) AS shares
          WHERE p.question_id = asked.id AND p.user_id = ANY (${accounts}) AND shares > 0)
        OR EXISTS (SELECT FROM limit_orders o
          WHERE o.question_id = asked.id AND o.user_id = ANY (${accounts}) AND o.closed_at IS NULL) AS "holdsPosition",
      EXISTS (SELECT FROM positions p WHERE p.question_id = asked.id AND p.user_id = ANY (${accounts})) AS "hasTraded"
    FROM unnest(${[...questionIds]}::uuid[]) AS asked (id)`;
  return new Map(
    rows.map((row) => [row.id, conflictsOf(row)] as const).filter(([, conflicts]) => conflicts.length > 0),
  );
}

/** The same of one question. */
export async function conflictsInQuestion(db: Db | Tx, personId: string, questionId: string): Promise<ConflictKind[]> {
  return (await conflictsIn(db, personId, [questionId])).get(questionId) ?? [];
}

/** Whether somebody has an interest in any question of a topic: what most who log can be asked in one short query. */
export async function hasInterestIn(db: Db | Tx, personId: string, topicId: string): Promise<boolean> {
  const accounts = accountsOf(personId);
  const [row] = await db.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM forecasts f JOIN questions q ON q.id = f.question_id
        WHERE f.forecaster_id = ANY (${accounts}) AND q.topic_id = ${topicId}::uuid)
      OR EXISTS (SELECT FROM positions p JOIN questions q ON q.id = p.question_id
        WHERE p.user_id = ANY (${accounts}) AND q.topic_id = ${topicId}::uuid)
      OR EXISTS (SELECT FROM limit_orders o JOIN questions q ON q.id = o.question_id
        WHERE o.user_id = ANY (${accounts}) AND o.closed_at IS NULL AND q.topic_id = ${topicId}::uuid) AS has`;
  return row?.has ?? false;
}
