import { DomainError } from "#core/errors.ts";
import type { QuestionFacts } from "#core/question/question-status.ts";
import type { QuestionType, RangedFrame } from "#core/resolution/outcome-fits.ts";
import type { Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import { questionFacts } from "#services/question/question-facts.ts";
import { rangeColumns, rangeOf } from "#services/question/stored-range.ts";
import { lockQuestion } from "#services/transact.ts";

const select = {
  id: true,
  slug: true,
  title: true,
  type: true,
  topicId: true,
  opensAt: true,
  closesAt: true,
  challengeWindowHours: true,
  ...rangeColumns,
  submission: { select: { submittedAt: true } },
  publication: { select: { publishedAt: true } },
  options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
  criteria: { select: { id: true, rule: true }, orderBy: { version: "desc" }, take: 1 },
  final: { select: { resolutionId: true, resolution: { select: { outcome: true, voidReason: true } } } },
  resolutions: {
    where: { decision: null },
    select: {
      id: true,
      version: true,
      proposedById: true,
      challengeUntil: true,
      outcome: true,
      voidReason: true,
      effectiveAt: true,
      knownAt: true,
      _count: { select: { challenges: true } },
    },
  },
  _count: { select: { forecasts: true, resolutions: true } },
} satisfies Prisma.QuestionSelect;

type Row = Prisma.QuestionGetPayload<{ select: typeof select }>;

/** A question as the acts of resolution see it. */
export interface Answerable extends Omit<Row, "resolutions" | "criteria"> {
  readonly pending: Row["resolutions"][number] | null;
  readonly criteria: Row["criteria"][number] | null;
  readonly facts: QuestionFacts;
  readonly frame: RangedFrame & { readonly forecasts: number; readonly hasAnswer: boolean };
}

function answerable({ resolutions: [pending], criteria: [criteria], ...row }: Row): Answerable {
  return {
    ...row,
    pending: pending ?? null,
    criteria: criteria ?? null,
    facts: questionFacts({ ...row, resolutions: pending ? [pending] : [] }),
    frame: {
      type: row.type as QuestionType,
      optionIds: row.options.map((option) => option.id),
      range: rangeOf(row),
      forecasts: row._count.forecasts,
      hasAnswer: row.final !== null,
    },
  };
}

/** Locks a question and loads what resolving it depends on. Every act of resolution starts here, so they come one by one. */
export async function lockAnswerable(tx: Tx, questionId: string): Promise<Answerable> {
  await lockQuestion(tx, questionId);
  const row = await tx.question.findUnique({ where: { id: questionId }, select });
  if (!row) throw new DomainError("subject_must_exist", { kind: "question" });
  return answerable(row);
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
