import { ensure } from "#core/errors.ts";
import { questionStatus } from "#core/question/question-status.ts";
import { authorize, authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { loadQuestionLocked } from "./load-question.ts";

/** Hands a draft in, so that somebody publishes it or sends it back. */
export async function submitForReview(
  ctx: ServiceContext,
  { questionId }: { questionId: string },
): Promise<{ questionId: string }> {
  const person = authorizePerson(ctx, "draft_question");
  return transact(ctx, async (tx) => {
    const question = await loadQuestionLocked(tx, questionId);
    const status = questionStatus(question.facts, (await databaseNow(tx)).getTime());
    ensure(status === "draft", "question_status_must_allow_change", { reason: "submit" });
    await tx.reviewSubmission.create({ data: { questionId, submittedById: person.id } });
    await writeAudit(tx, ctx, { action: "submit-for-review", subjectKind: "question", subjectId: questionId });
    return { questionId };
  });
}

/** Sends a question under review back to its author, who may change it freely and hand it in again. */
export async function returnDraft(
  ctx: ServiceContext,
  { questionId, reason }: { questionId: string; reason: string },
): Promise<{ questionId: string }> {
  authorize(ctx, "publish_question");
  return transact(ctx, async (tx) => {
    const question = await loadQuestionLocked(tx, questionId);
    const status = questionStatus(question.facts, (await databaseNow(tx)).getTime());
    ensure(status === "review", "question_status_must_allow_change", { reason: "send_back" });
    await tx.reviewSubmission.delete({ where: { questionId } });
    const details = { reason };
    await writeAudit(tx, ctx, { action: "return-draft", subjectKind: "question", subjectId: questionId, details });
    return { questionId };
  });
}
