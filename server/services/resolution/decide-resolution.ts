import { type DecisionKind, ensureMayDecide, isSoloDecision } from "#core/resolution/decision-rules.ts";
import { type VoidReason, voidEndsQuestion } from "#core/resolution/void-reasons.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { holdsPosition } from "../market/holds-position.ts";
import { settleMarket } from "../market/settle-market.ts";
import { scoreResolution } from "../score/score-resolution.ts";
import { databaseNow, transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import type { AmendResolutionInput, ApproveResolutionInput } from "./input.ts";
import { type Answerable, lockPending } from "./load-answerable.ts";
import { type WrittenProposal, writeProposal } from "./write-proposal.ts";

const PAST = { approve: "approved", amend: "amended", reject: "rejected" } as const;

type Pending = Answerable & { pending: NonNullable<Answerable["pending"]> };

/** Writes the one decision a proposal can have. Its key is the proposal's, so a second one cannot be written. */
async function decide(tx: Tx, ctx: ServiceContext, question: Pending, kind: DecisionKind, note: string): Promise<void> {
  const person = authorizePerson(ctx, "decide_resolution");
  const { pending } = question;
  const { isSolo } = await tx.instanceSettings.findUniqueOrThrow({ where: { id: 1 }, select: { isSolo: true } });
  const facts = {
    deciderId: person.id,
    proposerId: pending.proposedById,
    isSolo,
    deciderHoldsPosition: await holdsPosition(tx, { questionId: question.id, userId: person.id }),
    challengeUntil: pending.challengeUntil.getTime(),
    openChallenges: pending._count.challenges,
    note,
  };
  ensureMayDecide(kind, facts, (await databaseNow(tx)).getTime());
  const wasSolo = kind === "approve" && isSoloDecision(facts);
  await tx.decision.create({
    data: { resolutionId: pending.id, kind: PAST[kind], decidedById: person.id, note, wasSolo },
  });
  const hasForecast =
    (await tx.forecast.count({ where: { questionId: question.id, forecasterId: person.id }, take: 1 })) > 0;
  const details = { question: question.id, wasSolo, deciderHasForecast: hasForecast };
  await writeAudit(tx, ctx, {
    action: `${kind}-resolution`,
    subjectKind: "resolution",
    subjectId: pending.id,
    details,
  });
}

/**
 * An admin approves a proposed answer. Decision, answer, scores, standings and calibration are one transaction: all of
 * it happens, or none.
 */
export async function approveResolution(
  ctx: ServiceContext,
  input: ApproveResolutionInput,
): Promise<{ questionId: string }> {
  authorizePerson(ctx, "decide_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockPending(tx, input.resolutionId);
    await decide(tx, ctx, question, "approve", input.note);
    const { id: questionId, pending } = question;
    if (pending.voidReason === null || voidEndsQuestion(pending.voidReason as VoidReason)) {
      const answer = { resolutionId: pending.id, finalAt: await databaseNow(tx) };
      await tx.finalResolution.upsert({ where: { questionId }, create: { questionId, ...answer }, update: answer });
      await scoreResolution(tx, { questionId, resolutionId: pending.id });
      await settleMarket(tx, ctx, { questionId, resolutionId: pending.id });
    }
    return { questionId };
  });
}

/** An admin rejects a proposed answer: the question is as it was before. */
export async function rejectResolution(
  ctx: ServiceContext,
  input: ApproveResolutionInput,
): Promise<{ questionId: string }> {
  authorizePerson(ctx, "decide_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockPending(tx, input.resolutionId);
    await decide(tx, ctx, question, "reject", input.note);
    return { questionId: question.id };
  });
}

/** An admin puts another answer in the place of a proposed one. The time for challenges starts again. */
export async function amendResolution(ctx: ServiceContext, input: AmendResolutionInput): Promise<WrittenProposal> {
  const person = authorizePerson(ctx, "decide_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockPending(tx, input.resolutionId);
    await decide(tx, ctx, question, "amend", input.note);
    return writeProposal(tx, question, {
      ...input,
      effectiveAt: input.effectiveAt.getTime(),
      knownAt: input.knownAt.getTime(),
      coverageIds: [],
      proposer: "person",
      proposerId: person.id,
    });
  });
}
