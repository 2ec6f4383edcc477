import { DomainError } from "#core/errors.ts";
import { may } from "#core/permissions.ts";
import type { ServiceContext } from "../context.ts";
import { visibleQuestions } from "./visible-questions.ts";

/** Who drafted and who published a question, and how its criteria were clarified since, oldest first. */
export interface QuestionRecord {
  draftedBy: string;
  publishedBy: string | null;
  clarifications: { text: string; writtenBy: string; writtenAt: Date }[];
  mayChangeCriteria: boolean;
}

export async function questionRecord(ctx: ServiceContext, { slug }: { slug: string }): Promise<QuestionRecord> {
  const row = await ctx.db.question.findFirst({
    where: { slug, ...visibleQuestions(ctx.actor) },
    select: {
      createdBy: { select: { name: true } },
      publication: { select: { publishedBy: { select: { name: true } } } },
      clarifications: {
        select: { text: true, writtenAt: true, writtenBy: { select: { name: true } } },
        orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!row) throw new DomainError("subject_must_exist", "There is no such question.", "slug");
  return {
    draftedBy: row.createdBy.name,
    publishedBy: row.publication?.publishedBy.name ?? null,
    clarifications: row.clarifications.map(({ writtenBy, ...line }) => ({ ...line, writtenBy: writtenBy.name })),
    mayChangeCriteria: row.publication !== null && may(ctx.actor, "change_criteria"),
  };
}
