import type { Criteria } from "#core/criteria/criteria.ts";
import { DomainError } from "#core/errors.ts";
import { may } from "#core/permissions.ts";
import { questionStatus, takesForecasts } from "#core/question/question-status.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { logNaming } from "#services/event-log/log-naming.ts";
import { visibleQuestions } from "#services/visibility.ts";
import { crowdSummaries } from "./crowd-summary.ts";
import { factsSelect, questionFacts } from "./question-facts.ts";
import { rangeColumns, withRange } from "./stored-range.ts";

const answer = {
  version: true,
  outcome: true,
  voidReason: true,
  effectiveAt: true,
  knownAt: true,
} satisfies Prisma.ResolutionSelect;

const select = {
  ...factsSelect,
  id: true,
  slug: true,
  type: true,
  title: true,
  background: true,
  deadlineAt: true,
  revealAt: true,
  challengeWindowHours: true,
  ...rangeColumns,
  createdAt: true,
  importBatchId: true,
  createdBy: { select: { name: true } },
  topic: { select: { id: true, slug: true, title: true, isFictional: true } },
  options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
  criteria: {
    select: {
      version: true,
      rule: true,
      hash: true,
      sentence: true,
      finePrint: true,
      reason: true,
      createdAt: true,
      createdBy: { select: { name: true } },
    },
    orderBy: { version: "desc" },
  },
  final: { select: { finalAt: true, resolution: { select: answer } } },
  resolutions: {
    where: { decision: null },
    select: { ...answer, challengeUntil: true, proposedAt: true, _count: { select: { challenges: true } } },
    take: 1,
  },
  _count: { select: { forecasts: true, activeForecasts: true } },
} satisfies Prisma.QuestionSelect;

/** A question as its page shows it: where it stands, its words, dates, rule, crowd and answer. */
export async function questionBySlug(ctx: ServiceContext, { slug }: { slug: string }) {
  const row = await ctx.db.question.findFirst({ where: { slug, ...visibleQuestions(ctx) }, select });
  if (!row) throw new DomainError("subject_must_exist", { kind: "question", field: "slug" });
  const { submission, publication, resolutions, final, criteria, _count, importBatchId, createdBy, ...rest } =
    withRange(row);
  const facts = questionFacts(row);
  const [pending] = resolutions;
  const crowds = await crowdSummaries(ctx.db, [row], ctx.now);
  const label = (outcome: string | null) => outcomeLabel(outcome, row.options);
  const publishedAt = publication?.publishedAt ?? null;
  // A rule may have been written before its topic's log named the actors.
  const named = await logNaming(ctx.db);
  return {
    ...rest,
    status: questionStatus(facts, ctx.now.getTime()),
    takesForecasts: takesForecasts(facts, ctx.now.getTime()),
    isImported: importBatchId !== null,
    createdBy: createdBy.name,
    submittedAt: submission?.submittedAt ?? null,
    publishedAt,
    forecasts: _count.forecasts,
    forecasters: _count.activeForecasts,
    crowd: crowds.get(row.id) ?? { isHidden: true, now: null, weekAgo: null },
    /** Newest first; the first one decides. */
    criteria: criteria.map(({ createdBy, rule, ...version }) => ({
      ...version,
      sentence: named(version.sentence),
      rule: rule as Criteria | null,
      createdBy: createdBy.name,
    })),
    pending: pending
      ? { ...pending, outcomeLabel: label(pending.outcome), isChallenged: pending._count.challenges > 0 }
      : null,
    answer: final
      ? { ...final.resolution, outcomeLabel: label(final.resolution.outcome), finalAt: final.finalAt }
      : null,
    may: { draft: may(ctx.actor, "draft_question"), publish: may(ctx.actor, "publish_question") },
    askedAt: ctx.now,
  };
}
