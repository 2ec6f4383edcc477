import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import { runDifferences } from "#core/scoring/run-differences.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadPerson } from "#services/user/load-person.ts";
import type { ExplainScoreInput } from "./input.ts";
import { scoredQuestion } from "./scores-of-question.ts";

/**
 * Somebody's score on a question in every run there was, the first run first, each with what had changed since the run before
 * it. A run in which they had no score has none here either.
 */
export async function scoreHistory(ctx: ServiceContext, { slug, name }: ExplainScoreInput) {
  const { question } = await scoredQuestion(ctx, slug);
  const person = await loadPerson(ctx.db, name);
  const runs = await ctx.db.scoreRun.findMany({
    where: { questionId: question.id },
    orderBy: { number: "asc" },
    select: {
      number: true,
      engine: true,
      inputHash: true,
      createdAt: true,
      current: { select: { questionId: true } },
      resolution: { select: { version: true, outcome: true, knownAt: true } },
      scores: {
        where: { forecasterId: person.id },
        select: { peer: true, baseline: true, brier: true, coverage: true },
      },
    },
  });
  const inputs = runs.map(({ engine, inputHash, resolution: { outcome, knownAt } }) => {
    return { engine, inputHash, outcome, knownAt: knownAt.getTime() };
  });
  return runs.map(({ number, engine, createdAt, current, resolution, scores }, i) => {
    const [before, own] = [inputs[i - 1], inputs[i]];
    return {
      number,
      engine,
      createdAt,
      counts: current !== null,
      answerVersion: resolution.version,
      answerLabel: outcomeLabel(resolution.outcome, question.options),
      knownAt: resolution.knownAt,
      differences: before && own ? runDifferences(before, own) : [],
      score: scores[0] ?? null,
    };
  });
}
