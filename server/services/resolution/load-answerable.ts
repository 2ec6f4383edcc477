import { DomainError } from "#core/errors.ts";
import type { RangedFrame } from "#core/resolution/outcome-fits.ts";
import type { Tx } from "#db/client.ts";
import { type LoadedQuestion, loadQuestionLocked } from "#services/question/load-question.ts";
import { rangeOf } from "#services/question/stored-range.ts";

/** A question as the actions of resolution see it. */
export interface Answerable extends LoadedQuestion {
  readonly frame: RangedFrame & { readonly forecasts: number; readonly hasAnswer: boolean };
}

/** Locks a question and loads what resolving it depends on. Every action of resolution starts here, so they come one by one. */
export async function lockAnswerable(tx: Tx, questionId: string): Promise<Answerable> {
  const question = await loadQuestionLocked(tx, questionId);
  return {
    ...question,
    frame: {
      type: question.type,
      optionIds: question.options.map((option) => option.id),
      range: rangeOf(question),
      forecasts: question._count.forecasts,
      hasAnswer: question.final !== null,
    },
  };
}

/** As `lockAnswerable`, by a resolution of any state. */
export async function lockByResolution(tx: Tx, resolutionId: string): Promise<Answerable> {
  const resolution = await tx.resolution.findUnique({ where: { id: resolutionId }, select: { questionId: true } });
  if (!resolution) throw new DomainError("subject_must_exist", { kind: "resolution" });
  return lockAnswerable(tx, resolution.questionId);
}

/** As `lockAnswerable`, by the proposal that is acted on, which must still wait for its decision. */
export async function lockPending(
  tx: Tx,
  resolutionId: string,
): Promise<Answerable & { pending: NonNullable<Answerable["pending"]> }> {
  const question = await lockByResolution(tx, resolutionId);
  const { pending } = question;
  if (pending?.id !== resolutionId) {
    throw new DomainError("resolution_must_be_pending", { reason: "decided" });
  }
  return { ...question, pending };
}
