import { canonicalJson } from "#core/canonical-json.ts";
import type { Db, Tx } from "#db/client.ts";
import { loadForecastRows } from "#services/forecast/load-forecast-rows.ts";
import { loadCrowdSpans } from "./load-crowd-spans.ts";
import { type Answered, computedRun, type Run, type ScoreInputs } from "./score-answer.ts";
import { inputHash, loadScoreSubject } from "./score-subject.ts";

/** A question's scores by an answer, computed before anything is locked, and what they rest on. */
export interface PreparedRun {
  readonly basis: string;
  readonly run: Run;
}

/** What a question's scores are computed from, as it is now. */
export async function preparedInputs(db: Db | Tx, { questionId, resolved }: Answered): Promise<ScoreInputs> {
  const rows = await loadForecastRows(db, questionId);
  return { rows, crowd: await loadCrowdSpans(db, questionId), hash: inputHash(resolved, rows) };
}

/**
 * Tells by a few numbers whether a question's scores would be the same: its facts and answer, how much of the append-only history of
 * its forecasts there is, and who of its forecasters is a bot.
 */
export async function scoringBasis(db: Db | Tx, { questionId, knownAt, resolved }: Answered): Promise<string> {
  const [found] = await db.$queryRaw<{ history: string }[]>`
    SELECT json_build_array(
      (SELECT json_build_array(count(*), max(sequence)) FROM forecasts WHERE question_id = ${questionId}::uuid),
      (SELECT json_build_array(count(*), max(sequence)) FROM withdrawals WHERE question_id = ${questionId}::uuid),
      (SELECT json_build_array(count(*), max(number)) FROM crowd_steps WHERE question_id = ${questionId}::uuid),
      (SELECT json_agg(u.id ORDER BY u.id) FROM users u WHERE u.is_bot
        AND EXISTS (SELECT FROM forecasts f WHERE f.question_id = ${questionId}::uuid AND f.forecaster_id = u.id)))::text AS history`;
  return canonicalJson({ history: found?.history ?? "", knownAt: knownAt.getTime(), resolved });
}

/** Computes a question's scores by an answer, in no transaction; null where there is nothing to score. */
export async function prepareRun(db: Db, resolutionId: string): Promise<PreparedRun | null> {
  const found = await db.resolution.findUnique({ where: { id: resolutionId }, select: { questionId: true } });
  if (!found) return null;
  const { resolved, ...subject } = await loadScoreSubject(db, { ...found, resolutionId });
  if (!resolved) return null;
  const answered = { ...subject, resolved };
  // Looked at first: what is forecast from here on makes the basis another one.
  const basis = await scoringBasis(db, answered);
  return { basis, run: computedRun(answered, await preparedInputs(db, answered)) };
}
