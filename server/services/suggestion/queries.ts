import type { Criteria } from "#core/criteria/criteria.ts";
import { criteriaSentence } from "#core/criteria/criteria-sentence.ts";
import { DomainError } from "#core/errors.ts";
import { may } from "#core/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { authorize, authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";

const MAX_SHOWN = 100;

const select = {
  id: true,
  title: true,
  why: true,
  roughCriteria: true,
  criteria: true,
  suggestedAt: true,
  suggestedBy: { select: { name: true } },
  topic: { select: { id: true, slug: true, title: true } },
  answer: {
    select: {
      reason: true,
      answeredAt: true,
      question: { select: { slug: true, publication: { select: { publishedAt: true } } } },
    },
  },
} satisfies Prisma.SuggestionSelect;

type Row = Prisma.SuggestionGetPayload<{ select: typeof select }>;

function shown({ criteria, suggestedBy, answer, ...row }: Row, readsDrafts: boolean) {
  const rule = criteria as Criteria | null;
  return {
    ...row,
    suggestedBy: suggestedBy.name,
    criteria: rule,
    /** The rule that came with it, in English. */
    sentence: rule ? criteriaSentence(rule) : null,
    answer: answer && {
      reason: answer.reason,
      answeredAt: answer.answeredAt,
      isTakenUp: answer.question !== null,
      /** The question it became, for whoever may read it. */
      slug: answer.question && (readsDrafts || answer.question.publication) ? answer.question.slug : null,
    },
  };
}

/** The suggestions that wait for an answer, the longest-waiting first. */
export async function waitingSuggestions(ctx: ServiceContext) {
  authorize(ctx, "answer_suggestion");
  const rows = await ctx.db.suggestion.findMany({
    where: { answer: null },
    select,
    orderBy: [{ suggestedAt: "asc" }, { id: "asc" }],
    take: MAX_SHOWN,
  });
  return rows.map((row) => shown(row, true));
}

/** What somebody has suggested, and what became of it, the newest first. */
export async function ownSuggestions(ctx: ServiceContext) {
  const person = authorizePerson(ctx, "suggest_question");
  const rows = await ctx.db.suggestion.findMany({
    where: { suggestedById: person.id },
    select,
    orderBy: [{ suggestedAt: "desc" }, { id: "desc" }],
    take: MAX_SHOWN,
  });
  return rows.map((row) => shown(row, may(ctx.actor, "read_drafts")));
}

/** One suggestion that waits, for the form that makes a draft of it. */
export async function waitingSuggestion(ctx: ServiceContext, { suggestionId }: { suggestionId: string }) {
  authorize(ctx, "answer_suggestion");
  const row = await ctx.db.suggestion.findUnique({ where: { id: suggestionId, answer: null }, select });
  if (!row) throw new DomainError("subject_must_exist", { kind: "waiting_suggestion", field: "suggestionId" });
  return shown(row, true);
}
