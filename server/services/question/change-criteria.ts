import type { Criteria } from "#core/criteria/criteria.ts";
import { renamedOptions } from "#core/criteria/renamed-options.ts";
import { ensurePublishable } from "#core/criteria/resolvability.ts";
import { DomainError } from "#core/errors.ts";
import { ensureCriteriaMayChange } from "#core/question/criteria-change.ts";
import { questionStatus } from "#core/question/question-status.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import { declareConflicts } from "#services/conflict/declare-conflicts.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { ChangeCriteriaInput } from "./criteria-change-input.ts";
import { draftFindings } from "./draft-findings.ts";
import { evaluateQuestion } from "./evaluate-question.ts";
import { type LoadedQuestion, loadQuestionLocked } from "./load-question.ts";
import { criteriaHash, writeCriteriaVersion } from "./write-criteria-version.ts";

/**
 * Throws unless the new rule can decide the question. Once somebody has forecast, the log must not decide it already:
 * a rule that is met on the day it is written would answer what nobody was asked.
 */
async function ensureNewRuleIsSound(tx: Tx, question: LoadedQuestion, rule: Criteria, now: Date): Promise<void> {
  const { topicId, options, closesAt, deadlineAt } = question;
  if (!topicId) throw new DomainError("criteria_must_be_resolvable", { reason: "no_topic" });
  const optionLabels = new Map(options.map(({ id, label }) => [id, label]));
  const frame = { topicId, optionIds: [...optionLabels.keys()], optionLabels, closesAt, deadlineAt };
  const findings = await draftFindings(tx, rule, frame, now);
  const hasForecasts =
    (await tx.forecast.findFirst({ where: { questionId: question.id }, select: { id: true } })) !== null;
  const evaluation = hasForecasts ? await evaluateQuestion(tx, { topicId, criteria: { rule } }, now) : null;
  ensurePublishable(findings, evaluation ?? { verdict: "pending" });
}

/**
 * Changes the criteria of a public question, in public: as the next version, with the reason, and everybody who has
 * forecast on it is notified. Its kind of answers, its options and its deadline stay. Somebody with an interest in it does not change it.
 */
export async function changeCriteria(
  ctx: ServiceContext,
  { questionId, basedOn, criteria, finePrint = "", reason }: ChangeCriteriaInput,
): Promise<{ questionId: string; version: number; hash: string }> {
  const person = authorizePerson(ctx, "change_criteria");
  return transact(ctx, async (tx) => {
    const question = await loadQuestionLocked(tx, questionId);
    const now = await databaseNow(tx);
    const { options } = question;
    const rule = renamedOptions(criteria, new Map(options.map(({ id, label }) => [label, id])));
    const [before, hash] = [question.criteria, criteriaHash(rule)];
    ensureCriteriaMayChange({
      status: questionStatus(question.facts, now.getTime()),
      type: question.type,
      deadlineAt: question.deadlineAt.getTime(),
      criteria: rule,
      isDifferent: hash !== before?.hash || finePrint !== before.finePrint,
      current: before?.version ?? 0,
      basedOn,
    });
    const version = basedOn + 1;
    await declareConflicts(tx, person.id, {
      act: "change-criteria",
      subjectKind: "criteria",
      subjectId: String(version),
      questions: [question],
    });
    await ensureNewRuleIsSound(tx, question, rule, now);
    const written = { questionId, version, criteria, options, finePrint, reason, createdById: person.id };
    await writeCriteriaVersion(tx, written);
    await writeAudit(tx, ctx, {
      action: "change-criteria",
      subjectKind: "question",
      subjectId: questionId,
      details: { version, reason, hashBefore: before?.hash ?? null, hash },
    });
    await recordEvents(tx, [{ kind: "question.criteria_changed", payload: { questionId, version } }]);
    return { questionId, version, hash };
  });
}
