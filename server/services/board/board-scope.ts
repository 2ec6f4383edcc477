import { DomainError } from "#core/errors.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import type { ServiceContext } from "#services/context.ts";
import { seasonScope, topicScope, tournamentScope } from "#services/score/contributions.ts";
import { visibleTopics, visibleTournaments } from "#services/visibility.ts";
import type { WhichBoard } from "./input.ts";

export interface BoardScope {
  /** As boards are stored. */
  readonly scope: string;
  readonly label: string;
  /** When it was over, for a board that ends. */
  readonly endsAt: Date | null;
}

/** The board that was asked for: a season's, a topic's, a tournament's, or that of all time. */
export async function boardScope(ctx: ServiceContext, { season, topic, tournament }: WhichBoard): Promise<BoardScope> {
  if (season) {
    const { label = season, endsAt = 0 } = seasonOfSlug(season) ?? {};
    return { scope: seasonScope(season), label, endsAt: new Date(endsAt) };
  }
  if (tournament) {
    const row = await ctx.db.tournament.findFirst({
      where: { slug: tournament, ...visibleTournaments(ctx) },
      select: { id: true, title: true, endsAt: true },
    });
    if (!row) throw new DomainError("subject_must_exist", { kind: "tournament", field: "tournament" });
    return { scope: tournamentScope(row.id), label: row.title, endsAt: row.endsAt };
  }
  if (!topic) return { scope: "all", label: "All time", endsAt: null };
  const row = await ctx.db.topic.findFirst({
    where: { slug: topic, ...visibleTopics(ctx) },
    select: { id: true, title: true },
  });
  if (!row) throw new DomainError("subject_must_exist", { kind: "topic", field: "topic" });
  return { scope: topicScope(row.id), label: row.title, endsAt: null };
}
