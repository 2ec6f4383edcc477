import { ensurePublishable } from "#core/criteria/resolvability.ts";
import { DomainError, ensure } from "#core/errors.ts";
import { isPublishedAlone } from "#core/question/publisher-rules.ts";
import { questionStatus } from "#core/question/question-status.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import { isSolo } from "#services/conflict/is-solo.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { draftFindings } from "./draft-findings.ts";
import { evaluateQuestion } from "./evaluate-question.ts";
import { type LoadedQuestion, loadQuestionLocked } from "./load-question.ts";
import { authorsOf } from "./note-author.ts";

/** Throws unless the question's rule can decide it, and the log has not decided it yet. */
async function ensureRuleIsPublishable(tx: Tx, question: LoadedQuestion, now: Date): Promise<void> {
  const evaluation = await evaluateQuestion(tx, question, now);
  if (!evaluation || !question.topicId || !question.criteria?.rule) {
    throw new DomainError("criteria_must_be_resolvable", { reason: "no_rule", field: "criteria" });
  }
  const frame = {
    topicId: question.topicId,
    optionIds: question.options.map(({ id }) => id),
    optionLabels: new Map(question.options.map(({ id, label }) => [id, label])),
    closesAt: question.closesAt,
    deadlineAt: question.deadlineAt,
  };
  ensurePublishable(await draftFindings(tx, question.criteria.rule, frame, now), evaluation);
}

/** Who wrote it, and whether whoever publishes it did so alone; throws when they did and others are to. */
async function twoPeople(tx: Tx, question: LoadedQuestion, publisherId: string) {
  const authorIds = await authorsOf(tx, question);
  return { authorIds, wasSolo: isPublishedAlone({ publisherId, authorIds, isSolo: await isSolo(tx) }) };
}

/**
 * Makes a question public for good. Nobody publishes what they wrote some of, but for the one admin of an instance in solo
 * mode; the record says so then. Its rule must be able to decide it and must not be decided by the log already.
 * It opens at the time it states, or now if that has passed. One that is told as history (an import, the
 * demonstration) keeps its opening, and is checked as of then; no request from outside can ask for that.
 */
export async function publishQuestion(
  ctx: ServiceContext,
  { questionId }: { questionId: string },
  { isHistorical = false }: { isHistorical?: boolean } = {},
): Promise<{ questionId: string; slug: string }> {
  const person = authorizePerson(ctx, "publish_question");
  return transact(ctx, async (tx) => {
    const question = await loadQuestionLocked(tx, questionId);
    const now = await databaseNow(tx);
    const status = questionStatus(question.facts, now.getTime());
    ensure(status === "review", "question_status_must_allow_change", { reason: "publish" });
    const written = await twoPeople(tx, question, person.id);
    const asked = isHistorical ? question.opensAt : now;
    ensure(question.closesAt > asked, "question_must_close_in_future");
    await ensureRuleIsPublishable(tx, question, asked);
    if (question.opensAt < asked) await tx.question.update({ where: { id: questionId }, data: { opensAt: asked } });
    await tx.publication.create({ data: { questionId, publishedById: person.id, ...written } });
    const { wasSolo } = written;
    const details = { criteriaHash: question.criteria?.hash ?? null, isHistorical, wasSolo };
    await writeAudit(tx, ctx, { action: "publish-question", subjectKind: "question", subjectId: questionId, details });
    await recordEvents(tx, [{ kind: "question.published", payload: { questionId } }]);
    return { questionId, slug: question.slug };
  });
}
