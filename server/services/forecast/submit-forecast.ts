import type { CrowdState } from "#core/aggregation/crowd-state.ts";
import { DomainError } from "#core/errors.ts";
import { statedForecast } from "#core/stated-probabilities.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { isUniqueViolation, sqlState, transact } from "#services/transact.ts";
import { hiddenUntil } from "#services/visibility.ts";
import { kindOf, lockTarget, refusal } from "./forecast-target.ts";
import type { SubmitForecastInput } from "./input.ts";
import { writeCrowdStep } from "./write-crowd-step.ts";
import { writeForecast } from "./write-forecast.ts";

/** Raised by the database's own check of the question's hours, after its lock is held. */
export const QUESTION_NOT_OPEN = "PA001";

export interface ForecastReceipt {
  id: string;
  /** Stamped by the database. */
  madeAt: Date;
  probabilities: number[];
  /** The crowd with this forecast in it; null while it is hidden. */
  crowd: CrowdState | null;
}

interface StoredForecast {
  id: string;
  madeAt: Date;
  questionId: string;
  probabilities: number[];
  rationale: string | null;
}

function keyReused(): DomainError {
  return new DomainError("idempotency_key_must_not_be_reused", { of: "forecast", field: "idempotencyKey" });
}

/** The forecast that a key made before, when it is the same one; a key with another body is refused. */
async function earlier(tx: Tx, forecasterId: string, input: SubmitForecastInput, probabilities: number[]) {
  if (!input.idempotencyKey) return null;
  const [made] = await tx.$queryRaw<StoredForecast[]>`
    SELECT id, made_at AS "madeAt", question_id AS "questionId", probabilities, rationale FROM forecasts
    WHERE forecaster_id = ${forecasterId}::uuid AND idempotency_key = ${input.idempotencyKey}`;
  if (!made) return null;
  const isSame =
    made.questionId === input.questionId &&
    made.rationale === (input.rationale ?? null) &&
    made.probabilities.length === probabilities.length &&
    made.probabilities.every((probability, k) => probability === probabilities[k]);
  if (!isSame) throw keyReused();
  return made;
}

async function latestCrowd(tx: Tx, questionId: string): Promise<CrowdState | null> {
  return tx.crowdStep.findFirst({
    where: { questionId },
    orderBy: { number: "desc" },
    select: { probabilities: true, lowerQuartile: true, upperQuartile: true, forecasters: true },
  });
}

/** A person puts their probability on a question. It stands until they replace or withdraw it. */
export async function submitForecast(ctx: ServiceContext, input: SubmitForecastInput): Promise<ForecastReceipt> {
  const person = authorizePerson(ctx, "submit_forecast");
  try {
    return await transact(ctx, async (tx) => {
      const target = await lockTarget(tx, ctx, input.questionId);
      const probabilities = statedForecast(input.probabilities, target);
      const before = await earlier(tx, person.id, input, probabilities);
      const told = (crowd: CrowdState | null) => (hiddenUntil(ctx, target) ? null : crowd);
      if (before) {
        const { id, madeAt } = before;
        return { id, madeAt, probabilities, crowd: told(await latestCrowd(tx, input.questionId)) };
      }
      const { id, madeAt, active } = await writeForecast(tx, person.id, { ...input, probabilities });
      const crowd = await writeCrowdStep(tx, {
        kind: kindOf(target),
        questionId: input.questionId,
        at: madeAt,
        active,
      });
      return { id, madeAt, probabilities, crowd: told(crowd) };
    });
  } catch (error) {
    if (sqlState(error) === QUESTION_NOT_OPEN) throw await refusal(ctx, input.questionId);
    // Two questions were sent one key at the same time: their locks do not meet, the key does.
    if (isUniqueViolation(error)) throw keyReused();
    throw error;
  }
}
