import type { CrowdState } from "#core/aggregation/crowd-state.ts";
import { ensure } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { sqlState, transact } from "#services/transact.ts";
import { hiddenUntil } from "#services/visibility.ts";
import { kindOf, lockTarget, refusal } from "./forecast-target.ts";
import type { WithdrawForecastInput } from "./input.ts";
import { QUESTION_NOT_OPEN } from "./submit-forecast.ts";
import { writeCrowdStep } from "./write-crowd-step.ts";

/** What people's forecasts stand on a question, oldest first. */
async function activeOn(tx: Tx, questionId: string): Promise<number[][]> {
  const rows = await tx.$queryRaw<{ probabilities: number[] }[]>`
    SELECT s.probabilities FROM active_forecasts s JOIN users u ON u.id = s.forecaster_id
    WHERE s.question_id = ${questionId}::uuid AND NOT u.is_bot ORDER BY s.made_at, s.forecaster_id`;
  return rows.map(({ probabilities }) => probabilities);
}

/** A person takes their active forecast back. From then on they earn nothing and are no part of the crowd. */
export async function withdrawForecast(
  ctx: ServiceContext,
  { questionId }: WithdrawForecastInput,
): Promise<{ madeAt: Date; crowd: CrowdState | null }> {
  const person = authorizePerson(ctx, "withdraw_forecast");
  try {
    return await transact(ctx, async (tx) => {
      const target = await lockTarget(tx, ctx, questionId);
      const { count } = await tx.activeForecast.deleteMany({ where: { questionId, forecasterId: person.id } });
      ensure(count === 1, "forecast_must_be_active");
      const { madeAt } = await tx.withdrawal.create({
        data: { questionId, forecasterId: person.id },
        select: { madeAt: true },
      });
      await recordEvents(tx, [{ kind: "forecast.withdrawn", payload: { questionId, forecasterId: person.id } }]);
      const crowd = await writeCrowdStep(tx, {
        kind: kindOf(target),
        questionId,
        at: madeAt,
        active: await activeOn(tx, questionId),
      });
      return { madeAt, crowd: hiddenUntil(ctx, target) ? null : crowd };
    });
  } catch (error) {
    if (sqlState(error) === QUESTION_NOT_OPEN) throw await refusal(ctx, questionId);
    throw error;
  }
}
