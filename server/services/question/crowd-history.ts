import { DomainError } from "#core/errors.ts";
import { isCrowdRevealed } from "#core/question/crowd-revealed.ts";
import { hasRange } from "#core/question/question-range.ts";
import { cdfQuantile } from "#core/scoring/cdf-quantile.ts";
import type { ServiceContext } from "../context.ts";
import { visibleQuestions } from "./visible-questions.ts";

/** The crowd's steps in columns, so that thousands of them are small: each holds until the next. */
export interface CrowdHistory {
  isHidden: boolean;
  revealAt: Date | null;
  /** Epoch milliseconds, ascending. */
  at: number[];
  /** How many forecasts stood; with 0 the probabilities of that step are of no meaning. */
  forecasters: number[];
  /** For a binary question one, for "yes"; for a range one, in locations; else one per option in order. */
  answers: { id: string; label: string; median: number[]; lower: number[]; upper: number[] }[];
}

/** The crowd's whole history on a question; without a single step while the crowd is hidden. */
export async function crowdHistory(ctx: ServiceContext, { slug }: { slug: string }): Promise<CrowdHistory> {
  const question = await ctx.db.question.findFirst({
    where: { slug, ...visibleQuestions(ctx.actor) },
    select: {
      id: true,
      revealAt: true,
      type: true,
      options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
    },
  });
  if (!question) throw new DomainError("subject_must_exist", "There is no such question.", "slug");
  const { id: questionId, revealAt, options } = question;
  const isHidden = !isCrowdRevealed(revealAt?.getTime() ?? null, ctx.now.getTime());
  const steps = isHidden
    ? []
    : await ctx.db.crowdStep.findMany({
        where: { questionId, at: { lte: ctx.now } },
        orderBy: { number: "asc" },
        select: { at: true, probabilities: true, lowerQuartile: true, upperQuartile: true, forecasters: true },
      });
  const isRange = hasRange(question.type);
  const single = isRange ? { id: "median", label: "Median" } : { id: "yes", label: "Yes" };
  const answers = options.length > 0 ? options : [single];
  return {
    isHidden,
    revealAt,
    at: steps.map((step) => step.at.getTime()),
    forecasters: steps.map((step) => step.forecasters),
    answers: answers.map((answer, i) => ({
      ...answer,
      median: steps.map(({ probabilities }) =>
        isRange && probabilities.length > 0 ? cdfQuantile(probabilities, 0.5) : (probabilities[i] ?? 0),
      ),
      lower: steps.map((step) => step.lowerQuartile[i] ?? 0),
      upper: steps.map((step) => step.upperQuartile[i] ?? 0),
    })),
  };
}
