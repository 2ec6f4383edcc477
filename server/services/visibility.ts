import { type Actor, accountIdOf } from "#core/actor.ts";
import { may } from "#core/permissions.ts";
import { isCrowdRevealed } from "#core/question/crowd-revealed.ts";
import { Prisma } from "#db/generated/client.ts";
import { isPublished, published } from "./question-state.ts";

/**
 * Who may see what, once for Prisma and once for SQL, as a function of who looks and when. Every query that answers a reader
 * carries one of these. Today everything that is published is public; a group of people with topics of its own would be added here.
 */

/** Who looks, and when. Every `ServiceContext` is one. */
export interface Viewer {
  readonly actor: Actor;
  readonly now: Date;
}

/** Published questions, and drafts for those who review them. */
export function visibleQuestions({ actor }: Pick<Viewer, "actor">): Prisma.QuestionWhereInput {
  return may(actor, "read_drafts") ? {} : published;
}

/** The same in SQL, of the question `q`. */
export function questionIsVisible({ actor }: Pick<Viewer, "actor">): Prisma.Sql {
  return may(actor, "read_drafts") ? Prisma.sql`TRUE` : isPublished;
}

/** A market goes with its question. */
export function visibleMarkets(viewer: Pick<Viewer, "actor">): Prisma.MarketWhereInput {
  return { question: visibleQuestions(viewer) };
}

/** All tournaments. */
export function visibleTournaments(_viewer: Pick<Viewer, "actor">): Prisma.TournamentWhereInput {
  return {};
}

/** All topics. */
export function visibleTopics(_viewer: Pick<Viewer, "actor">): Prisma.TopicWhereInput {
  return {};
}

/** The same in SQL, of the topic whose id is given: `t.id`, `e.topic_id`. */
export function topicIsVisible(_viewer: Pick<Viewer, "actor">, _topicId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`TRUE`;
}

/** The events of the topics that may be seen. */
export function visibleEvents(viewer: Pick<Viewer, "actor">): Prisma.EventWhereInput {
  return { topic: visibleTopics(viewer) };
}

/** The same in SQL, of the event `e`. */
export function eventIsVisible(viewer: Pick<Viewer, "actor">): Prisma.Sql {
  return topicIsVisible(viewer, Prisma.sql`e.topic_id`);
}

/** Until when a question's crowd, and with it its market, is hidden; null for one that may be shown. */
export function hiddenUntil({ now }: Pick<Viewer, "now">, question: { readonly revealAt: Date | null }): Date | null {
  return isCrowdRevealed(question.revealAt?.getTime() ?? null, now.getTime()) ? null : question.revealAt;
}

/** Whether the crowd of the question `q`, and with it its market, may be shown. */
export function crowdIsVisible({ now }: Pick<Viewer, "now">): Prisma.Sql {
  return Prisma.sql`(q.reveal_at IS NULL OR q.reveal_at <= ${now})`;
}

/**
 * The forecasts `f` of the question `q` that may be read: one's own, and, once its crowd is revealed, everybody's. A hidden crowd
 * cannot be put together from its parts.
 */
export function forecastIsVisible(viewer: Viewer): Prisma.Sql {
  const self = accountIdOf(viewer.actor);
  const isOwn = self === null ? Prisma.sql`FALSE` : Prisma.sql`f.forecaster_id = ${self}::uuid`;
  return Prisma.sql`((${crowdIsVisible(viewer)} OR ${isOwn}) AND ${questionIsVisible(viewer)})`;
}
