import { Prisma } from "#db/generated/client.ts";
import { topicIsVisible } from "#services/visibility.ts";
import { ALWAYS, type LeafKind } from "./leaf-kind.ts";

/** What is sealed of topics and of tournaments: what each is, and their tables. */
export const TOPIC_LEAF_KINDS = {
  topic: {
    label: "a topic, as told at one time",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('topicId', a.topic_id, 'number', a.number, 'slug', a.slug, 'title', a.title,
      'summary', a.summary, 'isFictional', a.is_fictional, 'scenarioQuestionId', a.scenario_question_id,
      'writtenAt', iso_instant(a.written_at))`,
    rows: Prisma.sql`topic_versions a`,
    isReadable: (reader) => topicIsVisible(reader, Prisma.sql`a.topic_id`),
  },
  tournament: {
    label: "a tournament",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('slug', a.slug, 'title', a.title, 'summary', a.summary,
      'startsAt', iso_instant(a.starts_at), 'endsAt', iso_instant(a.ends_at), 'createdById', a.created_by_id,
      'createdAt', iso_instant(a.created_at))`,
    rows: Prisma.sql`tournaments a`,
    isReadable: ALWAYS,
  },
  tournament_question: {
    label: "a question of a tournament",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('tournamentId', a.tournament_id, 'questionId', a.question_id, 'weight', a.weight,
      'addedById', a.added_by_id, 'addedAt', iso_instant(a.added_at))`,
    rows: Prisma.sql`tournament_questions a`,
    isReadable: ALWAYS,
  },
  tournament_table: {
    label: "a tournament's table",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('tournamentId', a.tournament_id, 'version', a.version, 'runIds', a.run_ids,
      'publishedAt', iso_instant(a.published_at), 'rows', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('forecasterId', t.forecaster_id, 'rank', t.rank, 'peer', t.peer,
          'coverage', t.coverage, 'questions', t.questions, 'medal', t.medal) ORDER BY t.forecaster_id), '[]')
        FROM tournament_table_rows t WHERE t.table_id = a.id))`,
    rows: Prisma.sql`tournament_tables a`,
    isReadable: ALWAYS,
  },
} as const satisfies Record<string, LeafKind>;
