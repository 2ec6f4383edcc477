import type { ServiceContext } from "#services/context.ts";

/** The actors that the log knows, those met in most revisions first: what a form offers while a code is typed. */
export function listActors(ctx: ServiceContext): Promise<{ code: string; name: string; events: number }[]> {
  return ctx.db.$queryRaw<{ code: string; name: string; events: number }[]>`
    SELECT known.code, known.name, count(a.revision_id)::int AS events
    FROM actors known LEFT JOIN event_actors a ON a.code = known.code
    GROUP BY known.code ORDER BY events DESC, known.code LIMIT 500`;
}
