import { DAY_MS } from "#core/time/time-window.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { questionBriefs } from "#services/question/question-brief.ts";
import { isAnswered } from "#services/question-state.ts";
import { questionIsVisible } from "#services/visibility.ts";

const CLOSING_SOON_MS = 7 * DAY_MS;
const STALE_MS = 30 * DAY_MS;
const MAX_ROWS = 300;

interface Row {
  questionId: string;
  madeAt: Date;
  probabilities: number[];
}

/**
 * A person's forecasts that stand on questions without an answer: those that close within a week, the other open ones,
 * and those that are closed and wait to be answered and scored. What was scored is `scoresOfUser`'s to tell.
 */
export async function myForecasts(ctx: ServiceContext) {
  const { id } = authorizePerson(ctx, "submit_forecast");
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT s.question_id AS "questionId", s.made_at AS "madeAt", s.probabilities
    FROM active_forecasts s JOIN questions q ON q.id = s.question_id
    WHERE s.forecaster_id = ${id}::uuid
      AND NOT ${isAnswered} AND ${questionIsVisible(ctx)}
    ORDER BY q.closes_at, q.id LIMIT ${MAX_ROWS}`;
  const briefs = await questionBriefs(
    ctx.db,
    rows.map(({ questionId }) => questionId),
    ctx.now,
  );
  const byQuestion = new Map(rows.map((row) => [row.questionId, row]));
  const now = ctx.now.getTime();
  const all = briefs.flatMap((question) => {
    const own = byQuestion.get(question.id);
    if (!own) return [];
    const { madeAt, probabilities } = own;
    return [{ question, madeAt, probabilities, isStale: now - madeAt.getTime() > STALE_MS }];
  });
  const isOpen = ({ question }: (typeof all)[number]) => question.closesAt.getTime() > now;
  const closesSoon = ({ question }: (typeof all)[number]) => question.closesAt.getTime() - now <= CLOSING_SOON_MS;
  return {
    closingSoon: all.filter((row) => isOpen(row) && closesSoon(row)),
    active: all.filter((row) => isOpen(row) && !closesSoon(row)),
    unscored: all.filter((row) => !isOpen(row)),
    askedAt: ctx.now,
  };
}
