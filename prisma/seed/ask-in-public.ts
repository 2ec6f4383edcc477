import type { Criteria } from "#core/criteria/criteria.ts";
import type { ServiceContext } from "#services/context.ts";
import { changeCriteria } from "#services/question/change-criteria.ts";
import { clarifyQuestion } from "#services/question/clarify-question.ts";
import { suggestQuestion } from "#services/suggestion/suggest-question.ts";
import type { Cast } from "./people.ts";

const EMBASSY = "Will Kessim send a full ambassador to Ormund";

/** What the demonstration shows of questions after they are published, and before they are drafted. */
export async function askInPublic(ctx: ServiceContext, cast: Cast): Promise<void> {
  const question = await ctx.db.question.findFirstOrThrow({
    where: { title: { startsWith: EMBASSY } },
    select: { id: true, topicId: true, criteria: { select: { rule: true } } },
  });
  const rule = question.criteria[0]?.rule as unknown as Criteria;
  await clarifyQuestion(cast.moderator, {
    questionId: question.id,
    text: "An ambassador counts once the letters of credence are handed over; a nomination alone does not.",
  });
  await changeCriteria(cast.admin, {
    questionId: question.id,
    basedOn: 1,
    criteria: { ...rule, minimumTier: "press", settlementLagHours: 72 },
    reason: "Harbour gossip ran ahead of the newspapers, and the mail from Ormund takes three days.",
  });
  await suggestQuestion(cast.forecaster, {
    title: "Will the strait freeze over before the spring fair? (fictional)",
    topicId: question.topicId,
    why: "The relief cargoes and the talks both wait for open water.",
    roughCriteria: "Both harbour masters report ice from shore to shore on the same day.",
  });
}
