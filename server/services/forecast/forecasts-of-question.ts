import { DomainError } from "#core/errors.ts";
import type { ServiceContext } from "#services/context.ts";
import { forecastIsVisible, hiddenUntil, visibleQuestions } from "#services/visibility.ts";
import type { ForecastsOfQuestionInput } from "./input.ts";
import { before, isLate, newestFirst, pageOf, withAnswer } from "./shown-forecasts.ts";

interface Row {
  id: string;
  sequence: bigint;
  madeAt: Date;
  probabilities: number[];
  rationale: string | null;
  name: string;
  isBot: boolean;
  isSimulated: boolean;
  isImported: boolean;
  stands: boolean;
  /** Ended by a withdrawal, and not by a newer forecast. */
  isWithdrawn: boolean;
  isLate: boolean;
}

/** Everybody's forecasts on a question, the newest first; while its crowd is hidden, one's own. */
export async function forecastsOfQuestion(
  ctx: ServiceContext,
  { questionId, onlyReasoned = false, cursor, limit = 25 }: ForecastsOfQuestionInput,
) {
  const question = await ctx.db.question.findFirst({
    where: { id: questionId, ...visibleQuestions(ctx) },
    select: { revealAt: true },
  });
  if (!question) throw new DomainError("subject_must_exist", { kind: "question", field: "questionId" });
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT f.id, f.sequence, f.made_at AS "madeAt", f.probabilities, f.rationale, u.name, u.is_bot AS "isBot",
      u.is_simulated AS "isSimulated", f.import_batch_id IS NOT NULL AS "isImported",
      EXISTS (SELECT FROM active_forecasts s WHERE s.forecast_id = f.id AND s.question_id = f.question_id
        AND s.forecaster_id = f.forecaster_id) AS stands,
      COALESCE((SELECT min(w.made_at) FROM withdrawals w WHERE w.question_id = f.question_id
          AND w.forecaster_id = f.forecaster_id AND w.made_at >= f.made_at)
        < COALESCE((SELECT min(n.made_at) FROM forecasts n WHERE n.question_id = f.question_id
          AND n.forecaster_id = f.forecaster_id AND n.sequence > f.sequence), 'infinity'), false) AS "isWithdrawn",
      COALESCE(${isLate}, false) AS "isLate"
    FROM forecasts f JOIN questions q ON q.id = f.question_id JOIN users u ON u.id = f.forecaster_id ${withAnswer}
    WHERE f.question_id = ${questionId}::uuid AND ${forecastIsVisible(ctx)} AND ${before(cursor)}
      AND (NOT ${onlyReasoned} OR f.rationale IS NOT NULL)
    ORDER BY ${newestFirst} LIMIT ${limit + 1}`;
  return {
    isHidden: hiddenUntil(ctx, question) !== null,
    revealAt: question.revealAt,
    ...pageOf(rows, limit),
  };
}
