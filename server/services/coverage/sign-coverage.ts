import { DomainError, ensure } from "#core/errors.ts";
import { eventTypeLevel } from "#core/event/event-types.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import { declareConflicts } from "#services/conflict/declare-conflicts.ts";
import { questionsOfCoverage } from "#services/conflict/questions-of-change.ts";
import type { ServiceContext } from "#services/context.ts";
import { type Consequences, consequencesOf } from "#services/event-log/consequences.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import { databaseNow, isUniqueViolation, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { SignCoverageInput } from "./input.ts";

async function ensureStands(tx: Tx, supersedesId: string, topicId: string): Promise<void> {
  const earlier = await tx.coverage.findUnique({
    where: { id: supersedesId },
    select: { topicId: true, supersededBy: { select: { id: true } } },
  });
  ensure(earlier?.topicId === topicId, "subject_must_exist", { kind: "coverage", field: "supersedesId" });
  ensure(earlier.supersededBy === null, "coverage_must_stand", { field: "supersedesId" });
}

/**
 * Signs that the log is complete for a scope over a span of time: only then may absence answer a question. What has
 * not passed yet cannot be covered.
 */
export async function signCoverage(
  ctx: ServiceContext,
  statement: SignCoverageInput,
): Promise<{ id: string } & Omit<Consequences, "touched">> {
  const { id: signedById } = authorizePerson(ctx, "sign_coverage");
  const { topicId, coversFrom, coversUntil, supersedesId, types } = statement;
  ensure(coversFrom < coversUntil, "event_interval_must_be_in_order", { field: "coversUntil" });
  for (const type of types) {
    ensure(eventTypeLevel(type) !== "unknown", "event_type_must_be_known", {
      reason: "coverage",
      type,
      field: "types",
    });
  }
  try {
    const signed = await transact(ctx, async (tx) => {
      await loadTopic(tx, topicId);
      const hasPassed = coversUntil <= (await databaseNow(tx));
      ensure(hasPassed, "coverage_must_lie_in_the_past", { field: "coversUntil" });
      if (supersedesId) await ensureStands(tx, supersedesId, topicId);
      const { id, signedAt } = await tx.coverage.create({
        data: { ...statement, signedById },
        select: { id: true, signedAt: true },
      });
      const act = supersedesId ? "replace-coverage" : "sign-coverage";
      const questions = await questionsOfCoverage(tx, statement);
      await declareConflicts(tx, signedById, { act, subjectKind: "coverage", subjectId: id, questions });
      const details = { topicId, coversFrom: coversFrom.toISOString(), coversUntil: coversUntil.toISOString() };
      await writeAudit(tx, ctx, { action: "sign-coverage", subjectKind: "coverage", subjectId: id, details });
      await recordEvents(tx, [{ kind: "coverage.signed", payload: { topicId, coverageId: id } }]);
      return { id, signedAt };
    });
    const { proposals, areEvaluated } = await consequencesOf(ctx, { topicId, eventIds: [], since: signed.signedAt });
    return { id: signed.id, proposals, areEvaluated };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("coverage_must_stand", { field: "supersedesId" });
  }
}
