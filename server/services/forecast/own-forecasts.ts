import { accountIdOf } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { takesForecasts } from "#core/question/question-status.ts";
import type { ServiceContext } from "#services/context.ts";
import { crowdSummaries } from "#services/question/crowd-summary.ts";
import { factsSelect, questionFacts } from "#services/question/question-facts.ts";
import { rangeColumns, rangeOf } from "#services/question/stored-range.ts";
import { visibleQuestions } from "#services/visibility.ts";

/** One of a person's own forecasts, until its successor or a withdrawal ended it. */
export interface OwnForecast {
  madeAt: Date;
  endedAt: Date | null;
  probabilities: number[];
  rationale: string | null;
}

/** What a forecast entry starts from: the question, the crowd, and all that the person has said before. */
export async function ownForecasts(ctx: ServiceContext, { questionId }: { questionId: string }) {
  const row = await ctx.db.question.findFirst({
    where: { id: questionId, ...visibleQuestions(ctx) },
    select: {
      ...factsSelect,
      id: true,
      slug: true,
      type: true,
      revealAt: true,
      ...rangeColumns,
      options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
    },
  });
  if (!row) throw new DomainError("subject_must_exist", { kind: "question", field: "questionId" });
  const { id, slug, type, options, opensAt, closesAt, revealAt } = row;
  const crowds = await crowdSummaries(ctx.db, [row], ctx.now);
  const accountId = accountIdOf(ctx.actor);
  const history = accountId === null ? [] : await actsOf(ctx, questionId, accountId);
  const last = history.at(-1);
  return {
    question: { id, slug, type, options, range: rangeOf(row), opensAt, closesAt, revealAt },
    takesForecasts: takesForecasts(questionFacts(row), ctx.now.getTime()),
    isSignedIn: accountId !== null,
    crowd: crowds.get(id) ?? { isHidden: true, now: null, weekAgo: null },
    active: last && last.endedAt === null ? last : null,
    /** Oldest first. */
    history,
    askedAt: ctx.now,
  };
}

function actsOf(ctx: ServiceContext, questionId: string, forecasterId: string): Promise<OwnForecast[]> {
  return ctx.db.$queryRaw<OwnForecast[]>`
    SELECT made_at AS "madeAt", ended_at AS "endedAt", probabilities, rationale FROM (
      SELECT made_at, probabilities, rationale, is_withdrawal, sequence,
        lead(made_at) OVER (ORDER BY made_at, is_withdrawal, sequence) AS ended_at
      FROM (
        SELECT made_at, probabilities, rationale, sequence, false AS is_withdrawal FROM forecasts
        WHERE question_id = ${questionId}::uuid AND forecaster_id = ${forecasterId}::uuid
        UNION ALL
        SELECT made_at, NULL, NULL, sequence, true FROM withdrawals
        WHERE question_id = ${questionId}::uuid AND forecaster_id = ${forecasterId}::uuid
      ) AS acts
    ) AS told WHERE NOT is_withdrawal ORDER BY made_at, sequence`;
}
