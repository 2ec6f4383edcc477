import { DomainError, ensure } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import { declareConflicts } from "#services/conflict/declare-conflicts.ts";
import type { ServiceContext } from "#services/context.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { DeclineReopeningInput } from "./input.ts";
import { type Answerable, lockByResolution } from "./load-answerable.ts";

/** A new version answers everybody who asked for one. Within the transaction that proposes it. */
export async function answerByReopening(
  tx: Tx,
  question: Pick<Answerable, "id" | "final">,
  { answeredById, reason }: { answeredById: string; reason: string },
): Promise<void> {
  if (!question.final) return;
  const { resolutionId } = question.final;
  const where = { resolutionId, answer: null };
  const requests = await tx.reopenRequest.findMany({ where, select: { id: true } });
  const rows = requests.map(({ id }) => ({ requestId: id, kind: "reopened", reason, answeredById }));
  await tx.reopenAnswer.createMany({ data: rows });
  const ids = { questionId: question.id, resolutionId };
  await recordEvents(
    tx,
    requests.map(({ id }) => ({ kind: "reopening.answered", payload: { ...ids, requestId: id } })),
  );
}

/** An admin says why an answer stands although somebody, or the engine, asked to reopen it. */
export async function declineReopening(
  ctx: ServiceContext,
  { requestId, reason }: DeclineReopeningInput,
): Promise<{ questionId: string }> {
  const person = authorizePerson(ctx, "decide_resolution");
  return transact(ctx, async (tx) => {
    const request = await tx.reopenRequest.findUnique({ where: { id: requestId } });
    if (!request) throw new DomainError("subject_must_exist", { kind: "request", field: "requestId" });
    const question = await lockByResolution(tx, request.resolutionId);
    const answered = await tx.reopenAnswer.findUnique({ where: { requestId }, select: { requestId: true } });
    ensure(answered === null, "reopening_must_be_unanswered");
    const subject = { subjectKind: "resolution", subjectId: request.resolutionId };
    await declareConflicts(tx, person.id, { act: "decline-reopening", ...subject, questions: [question] });
    await tx.reopenAnswer.create({ data: { requestId, kind: "declined", reason, answeredById: person.id } });
    await writeAudit(tx, ctx, { action: "decline-reopening", ...subject, details: { request: requestId } });
    const happened = { questionId: question.id, resolutionId: request.resolutionId, requestId };
    await recordEvents(tx, [{ kind: "reopening.answered", payload: happened }]);
    return { questionId: question.id };
  });
}
