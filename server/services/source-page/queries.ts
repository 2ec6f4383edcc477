import { may } from "#core/permissions.ts";
import type { ServiceContext } from "#services/context.ts";
import type { SourcePagesOfEventInput } from "./input.ts";
import { latestPages } from "./latest-pages.ts";
import type { SourcePageView } from "./output.ts";

/** Whether whoever asks may have pages read here: asked before it is offered. */
export function mayFetchSourcePage(ctx: ServiceContext): boolean {
  return ctx.outbound !== undefined && may(ctx.actor, "fetch_source_page");
}

/** What was read of the pages that an event's sources cite. */
export async function sourcePagesOfEvent(
  ctx: ServiceContext,
  { eventId, asOf }: SourcePagesOfEventInput,
): Promise<SourcePageView[]> {
  const sources = await ctx.db.source.findMany({
    where: { revision: { eventId, ...(asOf ? { recordedAt: { lte: asOf } } : {}) } },
    distinct: ["url"],
    select: { url: true },
  });
  return latestPages(
    ctx.db,
    sources.map(({ url }) => url),
    asOf,
  );
}
