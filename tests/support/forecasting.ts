import type { Db } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";

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
      type: rows.options ? "multiple_choice" : "binary",
      topicId: rows.topicId ?? null,
      opensAt: rows.opensAt ?? new Date(closesAt.getTime() - 2 * HOUR_MS),
      closesAt,
      deadlineAt: rows.deadlineAt ?? closesAt,
      revealAt: rows.revealAt ?? null,
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
