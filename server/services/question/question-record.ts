import { accountIdOf } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { may } from "#core/permissions.ts";
import { conflictWords } from "#core/resolution/conflicts.ts";
import { conflictsInQuestion } from "#services/conflict/conflicts-in.ts";
import { type DeclaredConflictView, declaredConflicts } from "#services/conflict/declared-conflicts.ts";
import { isSolo } from "#services/conflict/is-solo.ts";
import type { ServiceContext } from "#services/context.ts";
import { visibleQuestions } from "#services/visibility.ts";

/** Who wrote and who published a question, how its criteria were clarified since, and who did so with an interest in it. */
export interface QuestionRecord {
  draftedBy: string;
  /** Everybody else who wrote some of it. */
  otherAuthors: string[];
  publishedBy: string | null;
  /** Whoever published it had written some of it, so that nobody else checked it. */
  wasPublishedAlone: boolean;
  /** Oldest first, as the declared conflicts of interest are. */
  clarifications: { text: string; writtenBy: string; writtenAt: Date }[];
  declared: DeclaredConflictView[];
  mayChangeCriteria: boolean;
  /** Why somebody who else might change its criteria may not: "somebody with a forecast on this question"; else empty. */
  ownInterest: string;
}

/** Whether the one who asks may change the criteria, and what keeps them from it. */
async function mayChange({ actor, db }: ServiceContext, questionId: string, isPublished: boolean) {
  const accountId = accountIdOf(actor);
  if (!isPublished || accountId === null || !may(actor, "change_criteria")) {
    return { mayChangeCriteria: false, ownInterest: "" };
  }
  const conflicts = await conflictsInQuestion(db, accountId, questionId);
  const isRefused = conflicts.length > 0 && !(await isSolo(db));
  return { mayChangeCriteria: !isRefused, ownInterest: isRefused ? conflictWords(conflicts) : "" };
}

export async function questionRecord(ctx: ServiceContext, { slug }: { slug: string }): Promise<QuestionRecord> {
  const row = await ctx.db.question.findFirst({
    where: { slug, ...visibleQuestions(ctx) },
    select: {
      id: true,
      createdBy: { select: { name: true } },
      authors: { select: { author: { select: { name: true } } }, orderBy: [{ wroteAt: "asc" }, { authorId: "asc" }] },
      publication: { select: { wasSolo: true, publishedBy: { select: { name: true } } } },
      clarifications: {
        select: { text: true, writtenAt: true, writtenBy: { select: { name: true } } },
        orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!row) throw new DomainError("subject_must_exist", { kind: "question", field: "slug" });
  return {
    draftedBy: row.createdBy.name,
    otherAuthors: row.authors.map(({ author }) => author.name).filter((name) => name !== row.createdBy.name),
    publishedBy: row.publication?.publishedBy.name ?? null,
    wasPublishedAlone: row.publication?.wasSolo ?? false,
    clarifications: row.clarifications.map(({ writtenBy, ...line }) => ({ ...line, writtenBy: writtenBy.name })),
    declared: await declaredConflicts(ctx.db, row.id),
    ...(await mayChange(ctx, row.id, row.publication !== null)),
  };
}
