import { accountIdOf } from "#core/actor.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadPerson } from "#services/user/load-person.ts";
import { rankedRowOf } from "./queries.ts";

/** Somebody's record at a glance: who they are, how much they forecast, and where they stand on the board of all time. */
export async function recordOf(ctx: ServiceContext, { name }: { name: string }) {
  const { id, ...person } = await loadPerson(ctx.db, name);
  const [counts] = await ctx.db.$queryRaw<{ forecasts: number; questions: number; entrants: number }[]>`
    SELECT count(*)::int AS forecasts, count(DISTINCT question_id)::int AS questions,
      (SELECT count(*)::int FROM board_entries b JOIN users u ON u.id = b.forecaster_id
        WHERE b.scope = 'all' AND u.is_bot = ${person.isBot}) AS entrants
    FROM forecasts WHERE forecaster_id = ${id}::uuid`;
  return {
    person,
    isYou: accountIdOf(ctx.actor) === id,
    entry: await rankedRowOf(ctx, "all", id),
    forecasts: counts?.forecasts ?? 0,
    questions: counts?.questions ?? 0,
    entrants: counts?.entrants ?? 0,
  };
}
