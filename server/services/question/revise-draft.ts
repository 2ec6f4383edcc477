import { renamedOptions } from "#core/criteria/renamed-options.ts";
import { ensure } from "#core/errors.ts";
import { questionStatus } from "#core/question/question-status.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { DraftedQuestion } from "./draft-question.ts";
import type { ReviseDraftInput } from "./input.ts";
import { type LoadedQuestion, loadQuestionLocked } from "./load-question.ts";
import { noteAuthor } from "./note-author.ts";
import { questionColumns } from "./question-columns.ts";
import { criteriaHash, writeCriteriaVersion } from "./write-criteria-version.ts";

/** Positions that no option has, so that options can change places without two active in one. */
const ASIDE = 1000;

/** An option that keeps its label keeps its id. */
async function replaceOptions(tx: Tx, questionId: string, labels: readonly string[]) {
  await tx.questionOption.deleteMany({ where: { questionId, label: { notIn: [...labels] } } });
  await tx.questionOption.updateMany({ where: { questionId }, data: { position: { increment: ASIDE } } });
  for (const [position, label] of labels.entries()) {
    await tx.questionOption.upsert({
      where: { questionId_label: { questionId, label } },
      create: { questionId, label, position },
      update: { position },
    });
  }
  return tx.questionOption.findMany({
    where: { questionId },
    select: { id: true, label: true },
    orderBy: { position: "asc" },
  });
}

function isSameRule(question: LoadedQuestion, input: ReviseDraftInput, options: DraftedQuestion["options"]): boolean {
  const rule = renamedOptions(input.criteria, new Map(options.map(({ id, label }) => [label, id])));
  return question.criteria?.hash === criteriaHash(rule) && question.criteria.finePrint === (input.finePrint ?? "");
}

/**
 * Changes a question that is not published yet. A changed rule or fine print is a new version of its criteria; once the
 * draft has been handed in, that takes a reason. Whoever changes it has written some of it, and does not publish it.
 */
export async function reviseDraft(ctx: ServiceContext, input: ReviseDraftInput): Promise<DraftedQuestion> {
  const person = authorizePerson(ctx, "draft_question");
  return transact(ctx, async (tx) => {
    const question = await loadQuestionLocked(tx, input.questionId);
    const status = questionStatus(question.facts, (await databaseNow(tx)).getTime());
    const isDraft = status === "draft" || status === "review";
    ensure(isDraft, "question_status_must_allow_change", { reason: "published" });
    const reason = input.reason?.trim() || null;
    const needsReason = status === "review" && reason === null;
    ensure(!needsReason, "reason_must_be_given", { of: "draft", field: "reason" });
    await noteAuthor(tx, question.id, person.id);
    await tx.question.update({ where: { id: question.id }, data: questionColumns(question.type, input) });
    const options = await replaceOptions(tx, question.id, input.options ?? []);
    if (!isSameRule(question, input, options)) {
      await writeCriteriaVersion(tx, {
        questionId: question.id,
        version: (question.criteria?.version ?? 0) + 1,
        criteria: input.criteria,
        options,
        finePrint: input.finePrint ?? "",
        reason,
        createdById: person.id,
      });
    }
    const details = { reason };
    await writeAudit(tx, ctx, { action: "revise-draft", subjectKind: "question", subjectId: question.id, details });
    return { id: question.id, slug: question.slug, options };
  });
}
