import { ensureCriteriaAreOpen } from "#core/question/criteria-change.ts";
import { questionStatus } from "#core/question/question-status.ts";
import { authorizePerson } from "#services/authorize.ts";
import { declareConflicts } from "#services/conflict/declare-conflicts.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { ClarifyQuestionInput } from "./criteria-change-input.ts";
import { loadQuestionLocked } from "./load-question.ts";

/** Appends a dated line on how the criteria are read, and notifies everybody who has forecast. It changes no rule. */
export async function clarifyQuestion(
  ctx: ServiceContext,
  { questionId, text }: ClarifyQuestionInput,
): Promise<{ questionId: string }> {
  const person = authorizePerson(ctx, "change_criteria");
  return transact(ctx, async (tx) => {
    const question = await loadQuestionLocked(tx, questionId);
    ensureCriteriaAreOpen(questionStatus(question.facts, (await databaseNow(tx)).getTime()));
    const { id: subjectId } = await tx.clarification.create({
      data: { questionId, text, writtenById: person.id },
      select: { id: true },
    });
    const act = { act: "clarify-question", subjectKind: "clarification", subjectId } as const;
    await declareConflicts(tx, person.id, { ...act, questions: [question] });
    const details = { text };
    await writeAudit(tx, ctx, { action: "clarify-question", subjectKind: "question", subjectId: questionId, details });
    await recordEvents(tx, [{ kind: "question.clarified", payload: { questionId, clarificationId: subjectId } }]);
    return { questionId };
  });
}
