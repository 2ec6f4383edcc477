import { eventTypeLevel } from "#core/event/event-types.ts";
import type { ServiceContext } from "#services/context.ts";
import { eventIsVisible } from "#services/visibility.ts";

const MOST = 200;

interface Vocabulary {
  /** Types that the topic has made its own: CONSULT.envoy-return. */
  subtypes: string[];
  units: string[];
  places: string[];
  tags: string[];
}

/** The words that a topic's log already uses, those used most first: what a form offers, so that one thing has one word. */
export async function topicVocabulary(ctx: ServiceContext, { topicId }: { topicId: string }): Promise<Vocabulary> {
  const rows = await ctx.db.$queryRaw<{ kind: keyof Vocabulary; word: string }[]>`
    SELECT kind, word FROM (
      SELECT kind, word, row_number() OVER (PARTITION BY kind ORDER BY count(*) DESC, word) AS place
      FROM event_revisions r JOIN events e ON e.id = r.event_id
      CROSS JOIN LATERAL (
        SELECT 'subtypes' AS kind, r.type AS word WHERE r.type LIKE '%.%'
        UNION ALL SELECT 'units', r.magnitude_unit WHERE r.magnitude_unit IS NOT NULL
        UNION ALL SELECT 'places', r.place_name WHERE r.place_name IS NOT NULL
        UNION ALL SELECT 'tags', tag FROM unnest(r.tags) AS tag) AS words
      WHERE e.topic_id = ${topicId}::uuid AND ${eventIsVisible(ctx)}
      GROUP BY kind, word) AS counted
    WHERE place <= ${MOST} ORDER BY kind, place`;
  const of = (kind: keyof Vocabulary) => rows.filter((row) => row.kind === kind).map(({ word }) => word);
  const subtypes = of("subtypes").filter((type) => eventTypeLevel(type) === "subtype");
  return { subtypes, units: of("units"), places: of("places"), tags: of("tags") };
}
