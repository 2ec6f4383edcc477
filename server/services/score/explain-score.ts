import { mergedSteps } from "#core/scoring/merged-steps.ts";
import { scoreExplanation } from "#core/scoring/score-explanation.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadForecastRows } from "#services/forecast/load-forecast-rows.ts";
import { loadPerson } from "#services/user/load-person.ts";
import type { ExplainScoreInput } from "./input.ts";
import { loadScoreSubject } from "./score-subject.ts";
import { scoredQuestion } from "./scores-of-question.ts";
import { scoringRows } from "./scoring-rows.ts";

/** Enough to draw; the points of what is put together are kept exactly. */
const MAX_STEPS = 240;

/**
 * Why somebody's score on a question is what it is: each of their forecasts with what it earned, and step by step their
 * ln p beside the mean of the others'. Computed again from the stored forecasts, by the rules that scored them.
 */
export async function explainScore(ctx: ServiceContext, { slug, name }: ExplainScoreInput) {
  const { question, answer } = await scoredQuestion(ctx, slug);
  const person = await loadPerson(ctx.db, name);
  const score = await ctx.db.score.findFirst({
    where: { forecasterId: person.id, run: { current: { questionId: question.id } } },
    omit: { runId: true, forecasterId: true },
  });
  const timeline = {
    opensAt: question.opensAt,
    closesAt: question.closesAt,
    knownAt: answer?.knownAt ?? null,
    answerLabel: answer?.label ?? null,
  };
  const told = { name: person.name, isBot: person.isBot, isSimulated: person.isSimulated };
  if (!answer || !score) return { person: told, timeline, score: null, steps: [], rows: [] };
  const ids = { questionId: question.id, resolutionId: answer.resolutionId };
  const { resolved } = await loadScoreSubject(ctx.db, ids);
  if (!resolved) return { person: told, timeline, score: null, steps: [], rows: [] };
  const rows = scoringRows(resolved, await loadForecastRows(ctx.db, question.id));
  const explanation = scoreExplanation(resolved, rows, person.id);
  const own = explanation.rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  return { person: told, timeline, score, steps: mergedSteps(explanation.steps, MAX_STEPS), rows: own };
}
