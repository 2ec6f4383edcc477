import { seasonOfSlug } from "#core/ranking/season-of.ts";
import type { ServiceContext } from "#services/context.ts";
import { visibleTopics, visibleTournaments } from "#services/visibility.ts";

/** The boards there are: seasons, the latest first, topics that have a scored question, and tournaments. */
export async function listBoards(ctx: ServiceContext) {
  // A walk along the index from scope to scope, however many rows each has.
  const scopes = await ctx.db.$queryRaw<{ scope: string }[]>`
    WITH RECURSIVE scopes AS (
      SELECT min(scope) AS scope FROM board_entries
      UNION ALL
      SELECT (SELECT min(b.scope) FROM board_entries b WHERE b.scope > s.scope) FROM scopes s WHERE s.scope IS NOT NULL)
    SELECT scope FROM scopes WHERE scope IS NOT NULL`;
  const named = (kind: string) =>
    scopes.flatMap(({ scope }) => (scope.startsWith(`${kind}:`) ? [scope.slice(kind.length + 1)] : []));
  const topics = await ctx.db.topic.findMany({
    where: { id: { in: named("topic") }, ...visibleTopics(ctx) },
    select: { slug: true, title: true },
    orderBy: { title: "asc" },
  });
  const tournaments = await ctx.db.tournament.findMany({
    where: { id: { in: named("tournament") }, ...visibleTournaments(ctx) },
    select: { slug: true, title: true },
    orderBy: { endsAt: "desc" },
  });
  const seasons = named("season").flatMap((slug) => {
    const season = seasonOfSlug(slug);
    return season ? [{ slug, label: season.label, startsAt: season.startsAt }] : [];
  });
  return {
    seasons: seasons.sort((a, b) => b.startsAt - a.startsAt).map(({ slug, label }) => ({ slug, label })),
    topics,
    tournaments,
  };
}
