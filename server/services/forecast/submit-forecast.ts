import type { CrowdState } from "#core/aggregation/crowd-of-standing.ts";
import { DomainError } from "#core/errors.ts";
import { statedForecast } from "#core/stated-probabilities.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { timeOrderedId } from "../time-ordered-id.ts";
import { isUniqueViolation, sqlState, transact } from "../transact.ts";
import { appendCrowdStep } from "./append-crowd-step.ts";
import { lockTarget, refusal, tellsCrowd } from "./forecast-target.ts";
import type { SubmitForecastInput } from "./input.ts";

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
  return new DomainError(
    "idempotency_key_must_not_be_reused",
    "This idempotency key belongs to another forecast.",
    "idempotencyKey",
  );
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

/** Writes the forecast and makes it the one that stands. The trigger stamps it, and refuses it unless the question is open then. */
async function insert(tx: Tx, forecasterId: string, input: SubmitForecastInput, probabilities: number[]) {
  // By SQL text: Prisma's models round a list of floats in its last digit, and an exact repetition must be recognised.
  const [made] = await tx.$queryRaw<{ id: string; madeAt: Date }[]>`
    INSERT INTO forecasts (id, question_id, forecaster_id, probabilities, rationale, idempotency_key)
    VALUES (${timeOrderedId()}::uuid, ${input.questionId}::uuid, ${forecasterId}::uuid, ${probabilities}::float8[],
      ${input.rationale ?? null}, ${input.idempotencyKey ?? null})
    RETURNING id, made_at AS "madeAt"`;
  if (!made) throw new Error("The database took a forecast and did not say when.");
  await tx.$executeRaw`
    INSERT INTO standings (question_id, forecaster_id, forecast_id, made_at, probabilities)
    VALUES (${input.questionId}::uuid, ${forecasterId}::uuid, ${made.id}::uuid, ${made.madeAt}::timestamptz, ${probabilities}::float8[])
    ON CONFLICT (question_id, forecaster_id) DO UPDATE
    SET forecast_id = EXCLUDED.forecast_id, made_at = EXCLUDED.made_at, probabilities = EXCLUDED.probabilities`;
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
      const target = await lockTarget(tx, ctx.actor, input.questionId);
      const probabilities = statedForecast(input.probabilities, target);
      const before = await earlier(tx, person.id, input, probabilities);
      const { id, madeAt } = before ?? (await insert(tx, person.id, input, probabilities));
      const crowd = before
        ? await latestCrowd(tx, input.questionId)
        : await appendCrowdStep(tx, { questionId: input.questionId, at: madeAt });
      return { id, madeAt, probabilities, crowd: tellsCrowd(target, ctx.now) ? crowd : null };
    });
  } catch (error) {
    if (sqlState(error) === QUESTION_NOT_OPEN) throw await refusal(ctx.db, input.questionId, ctx.now);
    // Two questions were sent one key at the same time: their locks do not meet, the key does.
    if (isUniqueViolation(error)) throw keyReused();
    throw error;
  }
}
