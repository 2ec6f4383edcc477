import { DomainError } from "#core/errors.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { currentAt, isMergedEvent } from "#services/event-log/current-revisions.ts";
import { isOpen, isPublished } from "#services/question-state.ts";
import { questionIsVisible, topicIsVisible, visibleQuestions, visibleTopics } from "#services/visibility.ts";
import type { TopicListItem, TopicView } from "./output.ts";

type TopicRow = Omit<TopicListItem, "last"> & { lastId: string | null; lastHeadline: string } & Omit<
    NonNullable<TopicListItem["last"]>,
    "id" | "headline"
  >;

/** Every topic, those with something to forecast first, then those in which something happened last. */
export async function listTopics(ctx: ServiceContext): Promise<TopicListItem[]> {
  const rows = await ctx.db.$queryRaw<TopicRow[]>`
    SELECT t.id, t.slug, t.title, t.summary, t.is_fictional AS "isFictional",
      (SELECT count(*)::int FROM events e WHERE e.topic_id = t.id AND NOT ${isMergedEvent}) AS events,
      q.published AS questions, q.open AS "openQuestions",
      last.event_id AS "lastId", last.headline AS "lastHeadline", last.occurred_from AS "occurredFrom",
      last.occurred_until AS "occurredUntil", last.precision
    FROM topics t
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS published,
        (count(*) FILTER (WHERE ${isOpen(ctx.now)}))::int AS open
      FROM questions q WHERE q.topic_id = t.id AND ${isPublished} AND ${questionIsVisible(ctx)}) q
    LEFT JOIN LATERAL (
      SELECT r.event_id, r.headline, r.occurred_from, r.occurred_until, r.precision
      FROM events e JOIN event_revisions r ON r.event_id = e.id
      WHERE e.topic_id = t.id AND r.status <> 'retracted' AND ${currentAt(undefined)}
      ORDER BY r.occurred_from DESC, r.event_id DESC LIMIT 1) last ON TRUE
    WHERE ${topicIsVisible(ctx, Prisma.sql`t.id`)}
    ORDER BY (q.open > 0) DESC, last.occurred_from DESC NULLS LAST, t.id`;
  return rows.map(({ lastId, lastHeadline, occurredFrom, occurredUntil, precision, ...row }) => ({
    ...row,
    last: lastId === null ? null : { id: lastId, headline: lastHeadline, occurredFrom, occurredUntil, precision },
  }));
}

/** One topic by its address, with when its log begins. */
export async function topicBySlug(ctx: ServiceContext, { slug }: { slug: string }): Promise<TopicView> {
  const topic = await ctx.db.topic.findFirst({
    where: { slug, ...visibleTopics(ctx) },
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      isFictional: true,
      createdAt: true,
      scenarioQuestionId: true,
    },
  });
  if (!topic) throw new DomainError("subject_must_exist", { kind: "topic" });
  const { scenarioQuestionId, ...rest } = topic;
  const scenarios = scenarioQuestionId
    ? await ctx.db.question.findFirst({
        where: { id: scenarioQuestionId, ...visibleQuestions(ctx) },
        select: { slug: true },
      })
    : null;
  const [log] = await ctx.db.$queryRaw<{ events: number }[]>`
    SELECT count(*)::int AS events FROM events e WHERE e.topic_id = ${topic.id}::uuid AND NOT ${isMergedEvent}`;
  const first = await ctx.db.eventRevision.findFirst({
    where: { event: { topicId: topic.id } },
    orderBy: { occurredFrom: "asc" },
    select: { occurredFrom: true },
  });
  return {
    ...rest,
    scenarioQuestionSlug: scenarios?.slug ?? null,
    events: log?.events ?? 0,
    firstOccurredAt: first?.occurredFrom ?? null,
  };
}
