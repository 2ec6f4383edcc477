import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { currentContributions } from "./contributions.ts";
import { type PreparedRun, preparedInputs, scoringBasis } from "./prepare-run.ts";
import {
  carryOutExchange,
  computedRun,
  type Exchange,
  exchangeFor,
  RUN_WRITTEN,
  runParts,
  type WrittenRun,
} from "./score-answer.ts";
import { loadScoreSubject, type ScoreSubject } from "./score-subject.ts";

interface Ids {
  readonly questionId: string;
  readonly resolutionId: string;
}

/** A run as it was written, and what is left to do for it; nothing where the same inputs have been scored already. */
export interface WrittenScores {
  readonly runId: string | null;
  readonly scores: number;
  readonly exchange: Exchange | null;
}

/**
 * Writes a question's scores by one of its answers, under the question's lock alone: a run with everybody's scores, which does not
 * count yet. A void has no scores. A run that was prepared is taken as it is while it rests on what is here now.
 */
export async function writeScores(
  tx: Tx,
  ids: Ids,
  { resolved, ...subject }: ScoreSubject,
  prepared: PreparedRun | null = null,
): Promise<WrittenScores> {
  const { questionId } = ids;
  // The question's own lock keeps what it added as it is; the tables that others add to are locked as late as can be.
  const before = await currentContributions(tx, questionId, subject);
  if (!resolved) {
    const removal = Prisma.sql`DELETE FROM current_score_runs WHERE question_id = ${questionId}::uuid`;
    return { runId: null, scores: 0, exchange: { before, after: null, beside: removal } };
  }
  const answered = { ...subject, resolved };
  const isStillSo = prepared !== null && prepared.basis === (await scoringBasis(tx, answered));
  const run = isStillSo ? prepared.run : computedRun(answered, await preparedInputs(tx, answered));
  if (before?.resolutionId === ids.resolutionId && before.inputHash === run.hash) {
    return { runId: before.runId, scores: before.scores.length, exchange: null };
  }
  const [written] = await tx.$queryRaw<WrittenRun[]>`WITH ${runParts(ids, run)} ${RUN_WRITTEN}`;
  return { runId: run.id, scores: run.scores.length, exchange: exchangeFor(answered, run, { written, before }) };
}

/** Lets written scores count: they take the place of the run before them on the boards and in calibration. Comes last. */
export async function countScores(tx: Tx, { exchange }: WrittenScores): Promise<void> {
  if (exchange) await carryOutExchange(tx, exchange);
}

/**
 * Scores a question by one of its answers, inside the transaction that makes the answer final and under the question's
 * lock. The same inputs again change nothing.
 */
export async function scoreResolution(tx: Tx, ids: Ids): Promise<Pick<WrittenScores, "runId" | "scores">> {
  const written = await writeScores(tx, ids, await loadScoreSubject(tx, ids));
  await countScores(tx, written);
  return { runId: written.runId, scores: written.scores };
}
