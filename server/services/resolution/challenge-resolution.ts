import { may } from "#core/permissions.ts";
import { ensureMayChallenge } from "#core/resolution/challenge-rules.ts";
import { authorizePerson } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { databaseNow, transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import type { ChallengeResolutionInput } from "./input.ts";
import { lockPending } from "./load-answerable.ts";

/** A reasoned objection to a proposed answer: the proposal then needs an admin's ruling that answers it. */
export async function challengeResolution(
  ctx: ServiceContext,
  input: ChallengeResolutionInput,
): Promise<{ id: string }> {
  const person = authorizePerson(ctx, "challenge_resolution");
  return transact(ctx, async (tx) => {
    const { id: questionId, pending } = await lockPending(tx, input.resolutionId);
    const forecasts = await tx.forecast.count({ where: { questionId, forecasterId: person.id }, take: 1 });
    const facts = {
      challengeUntil: pending.challengeUntil.getTime(),
      reason: input.reason,
      hasStanding: forecasts > 0 || may(person, "propose_resolution"),
    };
    ensureMayChallenge(facts, (await databaseNow(tx)).getTime());
    const challenge = await tx.challenge.upsert({
      where: { resolutionId_challengerId: { resolutionId: pending.id, challengerId: person.id } },
      create: { resolutionId: pending.id, challengerId: person.id, reason: input.reason },
      update: {},
      select: { id: true },
    });
    await writeAudit(tx, ctx, { action: "challenge-resolution", subjectKind: "resolution", subjectId: pending.id });
    return challenge;
  });
}
