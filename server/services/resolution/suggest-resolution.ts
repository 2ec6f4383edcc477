import { ensure } from "#core/errors.ts";
import { questionStatus } from "#core/question/question-status.ts";
import { ensureProposalStands } from "#core/resolution/proposal-rules.ts";
import { ensureStatusAllows } from "#core/resolution/transitions.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { databaseNow, transact } from "#services/transact.ts";
import type { SuggestResolutionInput } from "./input.ts";
import { latestRevisions } from "./latest-revisions.ts";
import { lockAnswerable } from "./load-answerable.ts";

/** Somebody who forecast on a question says what its answer is, with evidence. Moderators adopt it, or say why not. */
export async function suggestResolution(
  ctx: ServiceContext,
  { questionId, declaredConflict: _, ...answer }: SuggestResolutionInput,
): Promise<{ suggestionId: string }> {
  const person = authorizePerson(ctx, "suggest_resolution");
  return transact(ctx, async (tx) => {
    const question = await lockAnswerable(tx, questionId);
    const now = (await databaseNow(tx)).getTime();
    ensureStatusAllows(questionStatus(question.facts, now), "propose");
    const forecasts = await tx.forecast.count({ where: { questionId, forecasterId: person.id }, take: 1 });
    ensure(forecasts > 0, "challenger_must_be_eligible", { reason: "suggestion" });
    const times = { effectiveAt: answer.effectiveAt.getTime(), knownAt: answer.knownAt.getTime() };
    ensureProposalStands({ ...answer, ...times, coverageIds: [], proposer: "person" }, question.frame, now);
    await latestRevisions(tx, question.topicId, answer.evidenceIds);
    const waiting = { questionId, suggestedById: person.id, answer: null };
    const earlier = await tx.resolutionSuggestion.findFirst({ where: waiting, select: { id: true } });
    ensure(!earlier, "suggestions_must_stay_within_limit", { of: "resolution" });
    const { id } = await tx.resolutionSuggestion.create({
      data: { questionId, suggestedById: person.id, ...answer },
      select: { id: true },
    });
    return { suggestionId: id };
  });
}
