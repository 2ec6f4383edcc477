import { DomainError, ensure } from "#core/errors.ts";
import type { Tx } from "#db/client.ts";
import { authorizePerson } from "#services/authorize.ts";
import { declareConflicts } from "#services/conflict/declare-conflicts.ts";
import type { ServiceContext } from "#services/context.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { DeclineReopeningInput } from "./input.ts";
import { type Answerable, lockByResolution } from "./load-answerable.ts";
import { notifyOne } from "./notify-of-proposal.ts";

/** A new version answers everybody who asked for one. Within the transaction that proposes it. */
export async function answerByReopening(
  tx: Tx,
  question: Pick<Answerable, "final" | "slug" | "title">,
  { answeredById, reason }: { answeredById: string; reason: string },
): Promise<void> {
  if (!question.final) return;
  const where = { resolutionId: question.final.resolutionId, answer: null };
  const requests = await tx.reopenRequest.findMany({ where, select: { id: true, requestedById: true } });
  const rows = requests.map(({ id }) => ({ requestId: id, kind: "reopened", reason, answeredById }));
  await tx.reopenAnswer.createMany({ data: rows });
  for (const { requestedById } of requests) {
    if (requestedById) await notifyOne(tx, question, { kind: "reopening_granted", personId: requestedById, reason });
  }
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
    const { requestedById } = request;
    if (requestedById) await notifyOne(tx, question, { kind: "reopening_declined", personId: requestedById, reason });
    return { questionId: question.id };
  });
}
