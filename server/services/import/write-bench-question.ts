import { createHash } from "node:crypto";
import type { CrowdStep } from "#core/aggregation/crowd-state.ts";
import { crowdSteps } from "#core/aggregation/crowd-steps.ts";
import { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import type { TimedForecast } from "#services/forecast/load-forecast-rows.ts";
import { crowdSpans } from "#services/score/load-crowd-spans.ts";
import {
  type Answered,
  carryOutExchange,
  computedRun,
  exchangeFor,
  RUN_WRITTEN,
  runParts,
  type WrittenRun,
} from "#services/score/score-answer.ts";
import { inputHash, scoreSubject } from "#services/score/score-subject.ts";
import { timeOrderedId } from "#services/time-ordered-id.ts";
import { transact } from "#services/transact.ts";
import type { ImportedAnswer, ImportedQuestion } from "./forecastbench-questions.ts";

/** In whose name, under which batch and topic a survey comes in, and who its people are here. */
export interface BegunImport {
  readonly batchId: string;
  readonly importerId: string;
  readonly topicId: string;
  readonly ids: ReadonlyMap<string, string>;
}

export const externalKey = ({ key }: ImportedQuestion) => `forecastbench:${key}`;
export const noteOf = ({ set }: ImportedAnswer) => `ForecastBench resolution set ${set}.`;

const SENTENCE = "Decided where it was asked; imported with its answer from the ForecastBench resolution sets.";
const DECIDED = "Decided where it was imported from.";

/** The user that a person of the survey is here. */
export function userOf({ ids }: BegunImport, userId: string): string {
  const id = ids.get(userId);
  if (id === undefined) throw new Error(`Nobody here is ${userId} of the survey.`);
  return id;
}

/** What one statement writes of a question: its rows are made of this one JSON text. */
function toldOf(
  { batchId, importerId, topicId }: BegunImport,
  item: ImportedQuestion,
  ids: { questionId: string; resolutionId: string },
  { rows, steps }: { rows: readonly TimedForecast[]; steps: readonly CrowdStep[] },
): string {
  const { slug, title, background, finePrint, opensAt, closesAt, answer } = item;
  return JSON.stringify({
    id: ids.questionId,
    ...{ batchId, importerId, topicId, slug, title, background, opensAt, closesAt, finePrint },
    externalKey: externalKey(item),
    criteriaId: timeOrderedId(),
    hash: createHash("sha256").update(finePrint).digest("hex"),
    forecasts: rows.map(({ forecaster, probabilities }, place) => {
      return { place, id: timeOrderedId(), forecasterId: forecaster, probabilities };
    }),
    steps: steps.map(({ at, ...step }, i) => ({ number: i + 1, at: new Date(at), ...step })),
    answers: answer
      ? [{ id: ids.resolutionId, outcome: answer.outcome, knownAt: answer.knownAt, note: noteOf(answer) }]
      : [],
  });
}

/** A question with its answer as scoring sees them; null while it has none. */
function answeredOf(begun: BegunImport, item: ImportedQuestion, questionId: string): Answered | null {
  const { opensAt, closesAt, answer } = item;
  if (!answer) return null;
  const times = { opensAt, closesAt, deadlineAt: closesAt, revealAt: null };
  const asked = { questionId, topicId: begun.topicId, type: "binary", ...times, range: null, optionIds: [] };
  const { resolved, ...subject } = scoreSubject({ ...asked, tournaments: [] }, answer);
  if (!resolved) throw new Error("A yes or a no is no void.");
  return { ...subject, resolved };
}

/**
 * Writes one question of a survey whole: words, forecasts with what stands and the crowd's history, and its answer with
 * scores, boards and calibration, as one transaction, so that all of it is seen at once. Without an answer one statement is the
 * transaction. Its commit need not wait for the disk unless it must be kept now: whatever is kept later keeps it too, and what a
 * crash takes is imported again.
 */
export async function writeBenchQuestion(
  ctx: ServiceContext,
  begun: BegunImport,
  item: ImportedQuestion,
  { isKeptNow }: { isKeptNow: boolean },
): Promise<void> {
  const ids = { questionId: timeOrderedId(), resolutionId: timeOrderedId() };
  // As `loadForecastRows` would read them: in the order in which they are written.
  const rows = item.forecasts.map(({ userId, probability }): TimedForecast => {
    const forecaster = userOf(begun, userId);
    return { forecaster, madeAt: item.opensAt.getTime(), endedAt: null, probabilities: [probability], inPool: true };
  });
  const steps = crowdSteps("binary", rows);
  const told = toldOf(begun, item, ids, { rows, steps });
  const commit = Prisma.sql`CASE WHEN NOT ${isKeptNow} THEN set_config('synchronous_commit', 'off', true) END`;
  const answered = answeredOf(begun, item, ids.questionId);
  if (!answered) {
    await ctx.db.$executeRaw`${questionParts(told)} SELECT ${commit}`;
    return;
  }
  const run = computedRun(answered, { rows, crowd: crowdSpans(steps), hash: inputHash(answered.resolved, rows) });
  await transact(ctx, async (tx) => {
    const [written] = await tx.$queryRaw<WrittenRun[]>`
      ${questionParts(told)}, ${runParts(ids, run)}, kept AS (SELECT ${commit}) ${RUN_WRITTEN}, kept`;
    await carryOutExchange(tx, exchangeFor(answered, run, { written, before: null }));
  });
}

/** In a statement: writes the rows of a question that are told in a JSON text. */
function questionParts(told: string): Prisma.Sql {
  return Prisma.sql`
    WITH told AS MATERIALIZED (
      SELECT * FROM jsonb_to_record(${told}::jsonb) AS t (id uuid, "batchId" uuid, "importerId" uuid, "topicId" uuid,
        slug text, title text, background text, "opensAt" timestamptz, "closesAt" timestamptz, "finePrint" text,
        "externalKey" text, "criteriaId" uuid, hash text, forecasts jsonb, steps jsonb, answers jsonb)),
    rows_told AS MATERIALIZED (
      SELECT t.id AS question_id, t."opensAt" AS made_at, t."batchId" AS batch_id, f.*
      FROM told t, jsonb_to_recordset(t.forecasts) AS f (place int, id uuid, "forecasterId" uuid, probabilities float8[])),
    answers_told AS MATERIALIZED (
      SELECT t.id AS question_id, t."batchId" AS batch_id, t."importerId" AS importer_id, a.*
      FROM told t, jsonb_to_recordset(t.answers) AS a (id uuid, outcome text, "knownAt" timestamptz, note text)),
    asked AS (
      INSERT INTO questions (id, slug, topic_id, type, title, background, opens_at, closes_at, deadline_at, created_by_id,
        import_batch_id, external_key)
      SELECT id, slug, "topicId", 'binary', title, background, "opensAt", "closesAt", "closesAt", "importerId", "batchId",
        "externalKey" FROM told),
    ruled AS (
      INSERT INTO criteria_versions (id, question_id, version, hash, sentence, fine_print, created_by_id)
      SELECT "criteriaId", id, 1, hash, ${SENTENCE}, "finePrint", "importerId" FROM told),
    submitted AS (INSERT INTO review_submissions (question_id, submitted_by_id) SELECT id, "importerId" FROM told),
    published AS (INSERT INTO publications (question_id, published_by_id) SELECT id, "importerId" FROM told),
    made AS (
      INSERT INTO forecasts (id, question_id, forecaster_id, made_at, probabilities, import_batch_id)
      SELECT id, question_id, "forecasterId", made_at, probabilities, batch_id FROM rows_told ORDER BY place),
    stand AS (
      INSERT INTO active_forecasts (question_id, forecaster_id, forecast_id, made_at, probabilities)
      SELECT question_id, "forecasterId", id, made_at, probabilities FROM rows_told),
    crowd AS (
      INSERT INTO crowd_steps (question_id, number, at, probabilities, lower_quartile, upper_quartile, forecasters)
      SELECT t.id, s.* FROM told t, jsonb_to_recordset(t.steps) AS s (number int, at timestamptz, probabilities float8[],
        "lowerQuartile" float8[], "upperQuartile" float8[], forecasters int)),
    proposed AS (
      INSERT INTO resolutions (id, question_id, version, outcome, effective_at, known_at, note, proposed_by_id, proposed_at,
        challenge_until, import_batch_id)
      SELECT id, question_id, 1, outcome, "knownAt", "knownAt", note, importer_id, "knownAt", "knownAt", batch_id
      FROM answers_told),
    decided AS (
      INSERT INTO decisions (resolution_id, kind, decided_by_id, note)
      SELECT id, 'approved', importer_id, ${DECIDED} FROM answers_told RETURNING resolution_id, decided_at),
    final AS (
      INSERT INTO final_resolutions (question_id, resolution_id, final_at)
      SELECT a.question_id, a.id, d.decided_at FROM answers_told a JOIN decided d ON d.resolution_id = a.id)`;
}
