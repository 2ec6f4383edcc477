import type { Db } from "#db/client.ts";

/** Records so many visits to Muscat of the last twenty hours at once, as logging them one by one would have left them. */
export async function logVisits(db: Db, given: { topicId: string; personId: string; count: number }): Promise<void> {
  const { topicId, personId, count } = given;
  await db.$executeRaw`
    WITH numbered AS (
      SELECT n, gen_random_uuid() AS event_id, gen_random_uuid() AS revision_id,
        now() - interval '20 hours' + interval '19 hours' * (n::float8 / ${count}::float8) AS at
      FROM generate_series(1, ${count}::int) AS n
    ), new_events AS (
      INSERT INTO events (id, topic_id, created_by_id) SELECT event_id, ${topicId}::uuid, ${personId}::uuid FROM numbered
    ), new_revisions AS (
      INSERT INTO event_revisions (id, event_id, number, headline, type, occurred_from, occurred_until, precision, country, tags,
        recorded_by_id)
      SELECT revision_id, event_id, 1, 'Visit ' || n, 'CONSULT.visit', at, at + interval '1 second', 'instant', 'OMN', '{}',
        ${personId}::uuid FROM numbered
    )
    INSERT INTO sources (id, revision_id, position, url, publisher, title, published_at, tier, independence_group)
    SELECT gen_random_uuid(), revision_id, 0, 'https://example.org/visit', 'The Example', 'Visit', at + interval '1 minute',
      'press', 'The Example' FROM numbered`;
}
