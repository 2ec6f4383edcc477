import type { ServiceContext } from "#services/context.ts";
import { sealRecord } from "#services/seal/seal-record.ts";
import { askInPublic } from "./ask-in-public.ts";
import { fictionalStory } from "./fictional-story.ts";
import { muscatStory } from "./muscat-story.ts";
import { createCast } from "./people.ts";
import { rankDemonstration } from "./rank-demonstration.ts";
import { DAY_MS } from "./story.ts";
import { tellStory } from "./write-story.ts";

/**
 * Fills an empty database with the demonstration: the Muscat story, whose every event cites a public document, and a
 * plainly fictional one that has what real life does not give by the day. The same for the same start day.
 */
export async function seedDemonstration(ctx: ServiceContext): Promise<boolean> {
  if ((await ctx.db.user.count()) > 0 || (await ctx.db.topic.count()) > 0) return false;
  const today = Math.floor(ctx.now.getTime() / DAY_MS) * DAY_MS;
  const cast = await createCast(ctx);
  for (const story of [muscatStory(today), fictionalStory(today)]) await tellStory(ctx, cast, story, today);
  await askInPublic(ctx, cast);
  await rankDemonstration(ctx, cast);
  await sealRecord(ctx);
  return true;
}
