import type { Criteria } from "#core/criteria/criteria.ts";
import { renamedOptions } from "#core/criteria/renamed-options.ts";
import { DomainError } from "#core/errors.ts";
import { questionStatus } from "#core/question/question-status.ts";
import { authorize, authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { factsSelect, questionFacts } from "./question-facts.ts";
import { rangeColumns, withRange } from "./stored-range.ts";

/** Every question that is not published yet: those under review first, the longest-waiting at the top. */
export async function listDrafts(ctx: ServiceContext) {
  const person = authorizePerson(ctx, "read_drafts");
  const rows = await ctx.db.question.findMany({
    where: { publication: null },
    orderBy: [{ submission: { submittedAt: "asc" } }, { createdAt: "desc" }, { id: "asc" }],
    take: 200,
    select: {
      ...factsSelect,
      id: true,
      slug: true,
      type: true,
      title: true,
      createdAt: true,
      deadlineAt: true,
      createdBy: { select: { name: true } },
      authors: { where: { authorId: person.id }, select: { authorId: true } },
      topic: { select: { slug: true, title: true } },
      criteria: { select: { version: true, sentence: true }, orderBy: { version: "desc" }, take: 1 },
    },
  });
  return rows
    .map(({ submission, publication, resolutions, final, criteria, createdBy, authors, ...row }) => ({
      ...row,
      status: questionStatus(questionFacts({ ...row, submission, publication, resolutions, final }), ctx.now.getTime()),
      createdBy: createdBy.name,
      /** The one who asks wrote some of it, so that somebody else publishes it. */
      isOwn: authors.length > 0,
      submittedAt: submission?.submittedAt ?? null,
      criteriaVersion: criteria[0]?.version ?? 0,
      sentence: criteria[0]?.sentence ?? "",
    }))
    .sort((a, b) => Number(a.submittedAt === null) - Number(b.submittedAt === null));
}

/** A draft as its form takes it up again: the criteria name options by their labels. */
export async function draftToRevise(ctx: ServiceContext, { slug }: { slug: string }) {
  authorize(ctx, "draft_question");
  const row = await ctx.db.question.findFirst({
    where: { slug, publication: null },
    select: {
      id: true,
      slug: true,
      topicId: true,
      type: true,
      title: true,
      background: true,
      opensAt: true,
      closesAt: true,
      revealAt: true,
      ...rangeColumns,
      challengeWindowHours: true,
      submission: { select: { submittedAt: true } },
      options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
      criteria: { select: { rule: true, finePrint: true }, orderBy: { version: "desc" }, take: 1 },
    },
  });
  if (!row) throw new DomainError("subject_must_exist", { kind: "draft", field: "slug" });
  const { submission, options, criteria, ...draft } = withRange(row);
  const rule = (criteria[0]?.rule ?? null) as Criteria | null;
  return {
    ...draft,
    isUnderReview: submission !== null,
    options: options.map(({ label }) => label),
    criteria: rule && renamedOptions(rule, new Map(options.map(({ id, label }) => [id, label]))),
    finePrint: criteria[0]?.finePrint ?? "",
  };
}
