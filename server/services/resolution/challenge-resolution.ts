import { type Actor, accountIdOf } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { may } from "#core/permissions.ts";
import { ensureMayAskToReopen, ensureMayChallenge } from "#core/resolution/challenge-rules.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { ChallengeResolutionInput } from "./input.ts";
import { latestRevisions } from "./latest-revisions.ts";
import { lockByResolution, lockPending } from "./load-answerable.ts";

/** Whether somebody may object: they moderate, or have forecast. */
async function isEligible(tx: Tx, actor: Actor, questionId: string): Promise<boolean> {
  if (may(actor, "propose_resolution")) return true;
  const forecasterId = accountIdOf(actor);
  return forecasterId !== null && (await tx.forecast.count({ where: { questionId, forecasterId }, take: 1 })) > 0;
}

/** A reasoned objection to a proposed answer: the proposal then needs an admin's ruling that answers it. */
export async function challengeResolution(
  ctx: ServiceContext,
  { resolutionId, reason, evidenceIds = [] }: ChallengeResolutionInput,
): Promise<{ id: string }> {
  const person = authorizePerson(ctx, "challenge_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockPending(tx, resolutionId);
    const { id: questionId, pending, topicId } = question;
    const final = await isEligible(tx, ctx.actor, questionId);
    const facts = { challengeUntil: pending.challengeUntil.getTime(), reason, isEligible: final };
    ensureMayChallenge(facts, (await databaseNow(tx)).getTime());
    const own = { resolutionId_challengerId: { resolutionId, challengerId: person.id } };
    const earlier = await tx.challenge.findUnique({ where: own, select: { id: true } });
    // One person, one challenge of a version: sent twice, it has the effect of once.
    if (earlier) return earlier;
    await latestRevisions(tx, topicId, evidenceIds);
    const challenge = await tx.challenge.create({
      data: { resolutionId, challengerId: person.id, reason, evidenceIds: [...new Set(evidenceIds)] },
      select: { id: true },
    });
    await writeAudit(tx, ctx, { action: "challenge-resolution", subjectKind: "resolution", subjectId: resolutionId });
    const happened = { questionId, resolutionId, challengeId: challenge.id };
    await recordEvents(tx, [{ kind: "resolution.challenged", payload: happened }]);
    return challenge;
  });
}

/** Asks that an answer that stands be looked at again. An admin answers: by a new version, or by saying why not. */
export async function requestReopening(
  ctx: ServiceContext,
  { resolutionId, reason, evidenceIds = [] }: ChallengeResolutionInput,
): Promise<{ id: string }> {
  const person = authorizePerson(ctx, "challenge_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockByResolution(tx, resolutionId);
    if (question.final?.resolutionId !== resolutionId) {
      throw new DomainError("resolution_must_be_final", { reason: "replaced" });
    }
    ensureMayAskToReopen({ reason, isEligible: await isEligible(tx, ctx.actor, question.id) });
    const waiting = { resolutionId, requestedById: person.id, answer: null };
    const earlier = await tx.reopenRequest.findFirst({ where: waiting, select: { id: true } });
    if (earlier) return earlier;
    await latestRevisions(tx, question.topicId, evidenceIds);
    const request = await tx.reopenRequest.create({
      data: { resolutionId, requestedById: person.id, reason, evidenceIds: [...new Set(evidenceIds)] },
      select: { id: true },
    });
    await writeAudit(tx, ctx, { action: "request-reopening", subjectKind: "resolution", subjectId: resolutionId });
    const happened = { questionId: question.id, resolutionId, requestId: request.id };
    await recordEvents(tx, [{ kind: "reopening.requested", payload: happened }]);
    return request;
  });
}
