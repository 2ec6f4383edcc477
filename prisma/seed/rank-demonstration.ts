import { analyseBoards } from "#services/board/analyse-boards.ts";
import type { ServiceContext } from "#services/context.ts";
import { scoreReferences } from "#services/score/score-references.ts";
import { createTournament } from "#services/tournament/create-tournament.ts";
import { publishDueTables } from "#services/tournament/publish-due-tables.ts";
import type { Cast } from "./people.ts";

/** The answered questions of the Muscat story as a tournament that is over, and the boards as a job would leave them. */
export async function rankDemonstration(ctx: ServiceContext, cast: Cast): Promise<void> {
  const answered = await ctx.db.question.findMany({
    where: { topic: { slug: "muscat-channel" }, final: { isNot: null }, closesAt: { lte: ctx.now } },
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    select: { slug: true, opensAt: true, closesAt: true },
  });
  const [first, last] = [answered[0], answered.at(-1)];
  if (first && last) {
    await createTournament(cast.admin, {
      slug: "muscat-answered",
      title: "The Muscat channel, first round",
      summary:
        "The questions on the Muscat channel that have been answered, ranked together. Its forecasters are **simulated**: the table shows how a tournament ends, not who is good.",
      startsAt: first.opensAt,
      endsAt: last.closesAt,
      questions: answered.map(({ slug }) => ({ slug })),
    });
  }
  await scoreReferences(ctx);
  await analyseBoards(ctx);
  await publishDueTables(ctx);
}
