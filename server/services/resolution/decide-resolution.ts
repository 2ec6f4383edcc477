import { type VoidReason, voidEndsQuestion } from "#core/resolution/void-reasons.ts";
import type { Tx } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import { conflictsInQuestion } from "#services/conflict/conflicts-in.ts";
import type { ServiceContext } from "#services/context.ts";
import { settleMarket } from "#services/market/settle-market.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { type PreparedRun, prepareRun } from "#services/score/prepare-run.ts";
import { countScores, writeScores } from "#services/score/score-resolution.ts";
import { loadScoreSubject } from "#services/score/score-subject.ts";
import { databaseNow, transact } from "#services/transact.ts";
import type { AmendResolutionInput, ApproveResolutionInput } from "./input.ts";
import { lockPending } from "./load-answerable.ts";
import { type PendingAnswer, writeDecision } from "./write-decision.ts";
import { type WrittenProposal, writeProposal } from "./write-proposal.ts";

/** Makes the approved version the question's answer: scores, boards and market with it. */
async function makeFinal(
  tx: Tx,
  { pending, final, ...question }: PendingAnswer,
  prepared: PreparedRun | null,
): Promise<void> {
  const ids = { questionId: question.id, resolutionId: pending.id };
  // Trades wait for the market's lock alone: taken before the instant of the answer, none is stamped after it and let in.
  await lockRows(tx, "market", [question.id]);
  const answer = { resolutionId: pending.id, finalAt: await databaseNow(tx) };
  await tx.finalResolution.upsert({
    where: { questionId: question.id },
    create: { questionId: question.id, ...answer },
    update: answer,
  });
  const subject = await loadScoreSubject(tx, ids);
  const scores = await writeScores(tx, ids, subject, prepared);
  await settleMarket(tx, ids, subject);
  const happened = { ...ids, supersedesId: final?.resolutionId ?? null };
  await recordEvents(tx, [{ kind: "resolution.final", payload: happened }]);
  await countScores(tx, scores);
}

/**
 * An admin approves a proposed answer. Decision, answer, scores, boards, calibration and the market's settlement
 * are one transaction: all of it happens, or none. Scores are computed before it. A void that came too early sends the question back.
 */
export async function approveResolution(
  ctx: ServiceContext,
  { resolutionId, ...ruling }: ApproveResolutionInput,
): Promise<{ questionId: string }> {
  const person = authorizePerson(ctx, "decide_resolution");
  // Of many forecasts this takes seconds, in which nobody need wait for a lock.
  const prepared = await prepareRun(ctx.db, resolutionId);
  return transact(ctx, async (tx) => {
    const question = await lockPending(tx, resolutionId);
    const { voidReason } = question.pending;
    await writeDecision(tx, ctx, person, question, { kind: "approve", ...ruling });
    if (voidReason === null || voidEndsQuestion(voidReason as VoidReason)) await makeFinal(tx, question, prepared);
    else {
      await recordEvents(tx, [{ kind: "resolution.rejected", payload: { questionId: question.id, resolutionId } }]);
    }
    return { questionId: question.id };
  });
}

/** An admin rejects a proposed answer: the question is as it was before. */
export async function rejectResolution(
  ctx: ServiceContext,
  { resolutionId, ...ruling }: ApproveResolutionInput,
): Promise<{ questionId: string }> {
  const person = authorizePerson(ctx, "decide_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockPending(tx, resolutionId);
    await writeDecision(tx, ctx, person, question, { kind: "reject", ...ruling });
    await recordEvents(tx, [{ kind: "resolution.rejected", payload: { questionId: question.id, resolutionId } }]);
    return { questionId: question.id };
  });
}

/** An admin puts another answer in the place of a proposed one. The time for challenges starts again. */
export async function amendResolution(
  ctx: ServiceContext,
  { resolutionId, ...answer }: AmendResolutionInput,
): Promise<WrittenProposal> {
  const person = authorizePerson(ctx, "decide_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockPending(tx, resolutionId);
    const { note, declaredConflict } = answer;
    await writeDecision(tx, ctx, person, question, { kind: "amend", note, declaredConflict });
    return writeProposal(tx, question, {
      ...answer,
      effectiveAt: answer.effectiveAt.getTime(),
      knownAt: answer.knownAt.getTime(),
      coverageIds: answer.coverageIds ?? [],
      proposer: "person",
      proposerId: person.id,
      conflicts: await conflictsInQuestion(tx, person.id, question.id),
    });
  });
}
