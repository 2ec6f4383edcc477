import type { ServiceContext } from "#services/context.ts";
import { evaluateOpenQuestions } from "#services/resolution/evaluate-open-questions.ts";
import { reviewProposals } from "#services/resolution/review-answers.ts";

/** Time decides some questions without any new event: a deadline passes, a lag ends. */
export async function evaluateDueQuestions(ctx: ServiceContext): Promise<void> {
  await reviewProposals(ctx);
  await evaluateOpenQuestions(ctx, {});
}
