import type { QuestionRange } from "#core/question/question-range.ts";
import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { rebuildActiveForecasts } from "#services/forecast/rebuild-active-forecasts.ts";
import { storedRange } from "#services/question/stored-range.ts";
import { scoreResolution } from "#services/score/score-resolution.ts";

const HOUR_MS = 3_600_000;
let made = 0;

export interface QuestionRows {
  /** Labels of a multiple choice; none for a yes/no question. */
  options?: string[];
  opensAt?: Date;
  closesAt?: Date;
  deadlineAt?: Date;
  revealAt?: Date | null;
  topicId?: string | null;
  isPublished?: boolean;
  challengeWindowHours?: number;
  /** The range of a number that is asked for. */
  range?: QuestionRange;
}

/** Puts a question in the database as it is after review: open since an hour ago and for another hour, unless told. */
export async function aQuestion(db: Db, author: ServiceContext, rows: QuestionRows = {}) {
  if (author.actor.kind !== "user") throw new Error("A person writes a question.");
  const number = ++made;
  const closesAt = rows.closesAt ?? new Date(Date.now() + HOUR_MS);
  return db.question.create({
    data: {
      slug: `question-${number}`,
      title: `Will thing ${number} happen?`,
      type: rows.range ? "numeric" : rows.options ? "multiple_choice" : "binary",
      ...storedRange(rows.range ?? null),
      topicId: rows.topicId ?? null,
      opensAt: rows.opensAt ?? new Date(closesAt.getTime() - 2 * HOUR_MS),
      closesAt,
      deadlineAt: rows.deadlineAt ?? closesAt,
      revealAt: rows.revealAt ?? null,
      challengeWindowHours: rows.challengeWindowHours ?? null,
      createdById: author.actor.id,
      options: { create: (rows.options ?? []).map((label, position) => ({ label, position })) },
      ...(rows.isPublished === false ? {} : { publication: { create: { publishedById: author.actor.id } } }),
    },
    include: { options: { orderBy: { position: "asc" } } },
  });
}

/** A batch under which forecasts keep the times they are given. */
export async function aBatch(db: Db): Promise<string> {
  const { id } = await db.importBatch.create({
    data: { kind: "demonstration", sha256: `batch-${++made}`, counts: {} },
  });
  return id;
}

export interface PastForecast {
  readonly by: ServiceContext;
  /** Hours after the opening. */
  readonly atHour: number;
  /** Empty for a withdrawal. */
  readonly probabilities: number[];
}

/** Writes forecasts and withdrawals with the times they were made, and what stands because of them. */
export async function pastForecasts(db: Db, question: { id: string; opensAt: Date }, acts: readonly PastForecast[]) {
  const importBatchId = await aBatch(db);
  for (const { by, atHour, probabilities } of acts) {
    if (by.actor.kind !== "user") throw new Error("A person forecasts.");
    const madeAt = new Date(question.opensAt.getTime() + atHour * HOUR_MS);
    const act = { questionId: question.id, forecasterId: by.actor.id, madeAt, importBatchId };
    if (probabilities.length === 0) await db.withdrawal.create({ data: act });
    else await db.forecast.create({ data: { ...act, probabilities } });
  }
  await db.$transaction((tx) => rebuildActiveForecasts(tx, { questionId: question.id }));
}

/** Writes an answer, makes it final and scores it, as the approval of a proposal does. */
export async function anAnswer(
  db: Db,
  question: { id: string; opensAt: Date },
  answer: { outcome: string | null; knownAtHour: number },
) {
  const knownAt = new Date(question.opensAt.getTime() + answer.knownAtHour * HOUR_MS);
  return db.$transaction(async (tx) => {
    const version = (await tx.resolution.count({ where: { questionId: question.id } })) + 1;
    const { id: resolutionId } = await tx.resolution.create({
      data: {
        questionId: question.id,
        version,
        outcome: answer.outcome,
        voidReason: answer.outcome === null ? "flawed_question" : null,
        effectiveAt: knownAt,
        knownAt,
        challengeUntil: knownAt,
      },
    });
    const final = { resolutionId, finalAt: new Date() };
    const { id: questionId } = question;
    await tx.finalResolution.upsert({ where: { questionId }, create: { questionId, ...final }, update: final });
    return scoreResolution(tx, { questionId, resolutionId });
  });
}
