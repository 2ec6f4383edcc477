import { DomainError, ensure } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { lockRows } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { type DraftedQuestion, writeDraft } from "#services/question/draft-question.ts";
import { noteAuthor } from "#services/question/note-author.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { DeclineSuggestionInput, TakeUpSuggestionInput } from "./input.ts";

/** A suggestion that nobody has answered, locked until the transaction ends; or throws. */
async function loadUnanswered(tx: Tx, suggestionId: string) {
  await lockRows(tx, "suggestion", [suggestionId]);
  const suggestion = await tx.suggestion.findUnique({
    where: { id: suggestionId },
    select: { suggestedById: true, answer: { select: { answeredAt: true } } },
  });
  if (!suggestion) throw new DomainError("subject_must_exist", { kind: "suggestion", field: "suggestionId" });
  ensure(suggestion.answer === null, "suggestion_must_be_unanswered");
  return suggestion;
}

/** Turns a suggestion into a draft, in the words that the moderator gives it, and tells whoever suggested it. */
export async function takeUpSuggestion(
  ctx: ServiceContext,
  { suggestionId, question }: TakeUpSuggestionInput,
): Promise<DraftedQuestion> {
  const person = authorizePerson(ctx, "answer_suggestion");
  return transact(ctx, async (tx) => {
    const { suggestedById } = await loadUnanswered(tx, suggestionId);
    const draft = await writeDraft(tx, ctx, question, person.id);
    await noteAuthor(tx, draft.id, suggestedById);
    await tx.suggestionAnswer.create({ data: { suggestionId, questionId: draft.id, answeredById: person.id } });
    await recordEvents(tx, [{ kind: "suggestion.answered", payload: { suggestionId } }]);
    return draft;
  });
}

/** Declines a suggestion, and tells whoever made it why. */
export async function declineSuggestion(
  ctx: ServiceContext,
  { suggestionId, reason }: DeclineSuggestionInput,
): Promise<{ suggestionId: string }> {
  const person = authorizePerson(ctx, "answer_suggestion");
  return transact(ctx, async (tx) => {
    await loadUnanswered(tx, suggestionId);
    await tx.suggestionAnswer.create({ data: { suggestionId, reason, answeredById: person.id } });
    await writeAudit(tx, ctx, {
      action: "decline-suggestion",
      subjectKind: "suggestion",
      subjectId: suggestionId,
      details: { reason },
    });
    await recordEvents(tx, [{ kind: "suggestion.answered", payload: { suggestionId } }]);
    return { suggestionId };
  });
}
