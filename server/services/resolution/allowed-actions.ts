import { accountIdOf } from "#core/actor.ts";
import { may } from "#core/permissions.ts";
import { questionStatus } from "#core/question/question-status.ts";
import type { ServiceContext } from "#services/context.ts";
import { type FactsRow, questionFacts } from "#services/question/question-facts.ts";

/** What somebody may do with a question's answer. */
export interface MayAnswer {
  readonly propose: boolean;
  readonly decide: boolean;
  readonly challenge: boolean;
  readonly suggest: boolean;
  readonly reopen: boolean;
}

/**
 * What the one who asks may do with the answer as it stands now: forms are offered to those alone whom the service would
 * not turn away.
 */
export async function mayAnswer(ctx: ServiceContext, row: FactsRow & { readonly id: string }): Promise<MayAnswer> {
  const { actor } = ctx;
  const forecasterId = accountIdOf(actor);
  if (forecasterId === null) {
    return { propose: false, decide: false, challenge: false, suggest: false, reopen: false };
  }
  const where = { questionId: row.id, forecasterId };
  const hasForecast = (await ctx.db.forecast.count({ where, take: 1 })) > 0;
  const status = questionStatus(questionFacts(row), ctx.now.getTime());
  const moderates = may(actor, "propose_resolution");
  const isEligible = moderates || hasForecast;
  return {
    propose: moderates,
    decide: may(actor, "decide_resolution"),
    challenge: isEligible && may(actor, "challenge_resolution"),
    suggest: hasForecast && !moderates && (status === "open" || status === "closed"),
    reopen: isEligible && (status === "resolved" || status === "void" || status === "reopened"),
  };
}
