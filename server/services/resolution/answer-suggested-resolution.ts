import { DomainError, ensure } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import { declareConflicts } from "#services/conflict/declare-conflicts.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { AnswerSuggestedResolutionInput } from "./input.ts";
import { lockAnswerable } from "./load-answerable.ts";
import { proposeWithin } from "./propose-resolution.ts";
import type { WrittenProposal } from "./write-proposal.ts";

/** A suggested answer that nobody has answered, under its question's lock. */
async function lockUnanswered(tx: Tx, suggestionId: string) {
  const found = await tx.resolutionSuggestion.findUnique({
    where: { id: suggestionId },
    include: { suggestedBy: { select: { name: true } } },
  });
  if (!found) throw new DomainError("subject_must_exist", { kind: "suggestion", field: "suggestionId" });
  const question = await lockAnswerable(tx, found.questionId);
  const answer = await tx.resolutionSuggestionAnswer.findUnique({ where: { suggestionId }, select: { kind: true } });
  ensure(answer === null, "suggestion_must_be_unanswered");
  return { suggestion: found, question };
}

/** A moderator proposes what somebody suggested, and answers for it as for their own proposal. */
export async function adoptSuggestedResolution(
  ctx: ServiceContext,
  { suggestionId, reason }: AnswerSuggestedResolutionInput,
): Promise<WrittenProposal> {
  const person = authorizePerson(ctx, "propose_resolution");
  return transact(ctx, async (tx) => {
    const { suggestion, question } = await lockUnanswered(tx, suggestionId);
    const { suggestedBy, outcome, voidReason, effectiveAt, knownAt, evidenceIds } = suggestion;
    const note = `${reason}\n\nAs suggested by ${suggestedBy.name}: ${suggestion.note}`;
    const answer = { outcome, voidReason, effectiveAt, knownAt, evidenceIds, note };
    const proposal = await proposeWithin(tx, ctx, person, question, answer);
    const adopted = { kind: "adopted", reason, resolutionId: proposal.id, answeredById: person.id };
    await tx.resolutionSuggestionAnswer.create({ data: { suggestionId, ...adopted } });
    const happened = { questionId: question.id, suggestionId };
    await recordEvents(tx, [{ kind: "resolution.suggestion_answered", payload: happened }]);
    return proposal;
  });
}

/** A moderator says why a suggested answer is not proposed. */
export async function declineSuggestedResolution(
  ctx: ServiceContext,
  { suggestionId, reason }: AnswerSuggestedResolutionInput,
): Promise<{ questionId: string }> {
  const person = authorizePerson(ctx, "propose_resolution");
  return transact(ctx, async (tx) => {
    const { question } = await lockUnanswered(tx, suggestionId);
    const declined = { kind: "declined", reason, answeredById: person.id };
    await tx.resolutionSuggestionAnswer.create({ data: { suggestionId, ...declined } });
    const subject = { subjectKind: "resolution-suggestion", subjectId: suggestionId };
    await declareConflicts(tx, person.id, { act: "decline-suggested-resolution", ...subject, questions: [question] });
    await writeAudit(tx, ctx, { action: "decline-suggested-resolution", ...subject, details: { reason } });
    const happened = { questionId: question.id, suggestionId };
    await recordEvents(tx, [{ kind: "resolution.suggestion_answered", payload: happened }]);
    return { questionId: question.id };
  });
}
