import type { Criteria } from "#core/criteria/criteria.ts";
import { DomainError } from "#core/errors.ts";
import type { QuestionFacts } from "#core/question/question-status.ts";
import type { QuestionType } from "#core/resolution/outcome-fits.ts";
import type { Db, Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import { lockQuestion } from "#services/transact.ts";
import { questionFacts } from "./question-facts.ts";
import { rangeColumns } from "./stored-range.ts";

const select = {
  id: true,
  slug: true,
  topicId: true,
  type: true,
  title: true,
  opensAt: true,
  closesAt: true,
  deadlineAt: true,
  revealAt: true,
  challengeWindowHours: true,
  createdById: true,
  importBatchId: true,
  ...rangeColumns,
  options: { select: { id: true, label: true, position: true }, orderBy: { position: "asc" } },
  submission: { select: { submittedAt: true, submittedById: true } },
  publication: { select: { publishedAt: true, publishedById: true } },
  criteria: {
    select: { id: true, version: true, rule: true, hash: true, sentence: true, finePrint: true },
    orderBy: { version: "desc" },
    take: 1,
  },
  final: {
    select: {
      finalAt: true,
      resolutionId: true,
      resolution: { select: { id: true, outcome: true, voidReason: true, effectiveAt: true, knownAt: true } },
    },
  },
  resolutions: {
    where: { decision: null },
    select: {
      id: true,
      version: true,
      outcome: true,
      voidReason: true,
      proposedById: true,
      challengeUntil: true,
      effectiveAt: true,
      knownAt: true,
      _count: { select: { challenges: true } },
    },
  },
  _count: { select: { forecasts: true, resolutions: true } },
} satisfies Prisma.QuestionSelect;

type Row = Prisma.QuestionGetPayload<{ select: typeof select }>;

/** A question with the rows that its life depends on. */
export interface LoadedQuestion extends Omit<Row, "type" | "criteria" | "resolutions"> {
  readonly type: QuestionType;
  /** The latest version. Null rule: an imported question that was decided elsewhere. */
  readonly criteria: (Omit<Row["criteria"][number], "rule"> & { readonly rule: Criteria | null }) | null;
  /** The proposed resolution that waits for its decision. */
  readonly pending: Row["resolutions"][number] | null;
  /** For core's `questionStatus` and `takesForecasts`. */
  readonly facts: QuestionFacts;
}

/** A question by its id, or `subject_must_exist`. */
export async function loadQuestion(db: Db | Tx, id: string): Promise<LoadedQuestion> {
  const row = await db.question.findUnique({ where: { id }, select });
  if (!row) throw new DomainError("subject_must_exist", { kind: "question", field: "questionId" });
  const { criteria, resolutions, ...rest } = row;
  const [latest] = criteria;
  return {
    ...rest,
    type: row.type as QuestionType,
    criteria: latest ? { ...latest, rule: latest.rule as Criteria | null } : null,
    pending: resolutions[0] ?? null,
    facts: questionFacts(row),
  };
}

/** As `loadQuestion`, with the question locked until the transaction ends. */
export async function loadQuestionLocked(tx: Tx, id: string): Promise<LoadedQuestion> {
  await lockQuestion(tx, id);
  return loadQuestion(tx, id);
}
