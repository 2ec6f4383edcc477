import { z } from "zod";
import { accountIdOf } from "#core/actor.ts";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { Prisma } from "#db/generated/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { evidenceBriefOutput, evidenceBriefs } from "./evidence-briefs.ts";

const MOST = 100;

/** An answer that a forecaster suggested. */
export const suggestedResolutionOutput = z.object({
  id: z.string(),
  outcomeLabel: z.string(),
  voidReason: z.string().nullable(),
  effectiveAt: z.date(),
  knownAt: z.date(),
  note: z.string(),
  madeAt: z.date(),
  suggestedBy: z.string(),
  evidence: z.array(evidenceBriefOutput),
  answer: z.object({ kind: z.string(), reason: z.string(), answeredAt: z.date(), answeredBy: z.string() }).nullable(),
  question: z.object({ slug: z.string(), title: z.string(), sentence: z.string().nullable() }),
});
export type SuggestedResolution = z.infer<typeof suggestedResolutionOutput>;

async function suggested(
  ctx: ServiceContext,
  where: Prisma.ResolutionSuggestionWhereInput,
): Promise<SuggestedResolution[]> {
  const rows = await ctx.db.resolutionSuggestion.findMany({
    where,
    include: {
      suggestedBy: { select: { name: true } },
      answer: { select: { kind: true, reason: true, answeredAt: true, answeredBy: { select: { name: true } } } },
      question: {
        select: {
          slug: true,
          title: true,
          options: { select: { id: true, label: true } },
          criteria: { select: { sentence: true }, orderBy: { version: "desc" }, take: 1 },
        },
      },
    },
    orderBy: { id: "asc" },
    take: MOST,
  });
  const briefs = await evidenceBriefs(
    ctx,
    rows.flatMap(({ evidenceIds }) => evidenceIds),
  );
  return rows.map(({ question: { options, criteria, ...question }, suggestedBy, answer, ...row }) => ({
    id: row.id,
    outcomeLabel: outcomeLabel(row.outcome, options),
    voidReason: row.voidReason,
    effectiveAt: row.effectiveAt,
    knownAt: row.knownAt,
    note: row.note,
    madeAt: row.madeAt,
    suggestedBy: suggestedBy.name,
    evidence: briefs(row.evidenceIds),
    answer: answer && { ...answer, answeredBy: answer.answeredBy.name },
    question: { ...question, sentence: criteria[0]?.sentence ?? null },
  }));
}

/** Suggested answers that no moderator has answered, the longest-waiting first. */
export async function waitingSuggestedResolutions(ctx: ServiceContext): Promise<SuggestedResolution[]> {
  authorize(ctx, "propose_resolution");
  return suggested(ctx, { answer: null });
}

/** What the one who asks has suggested on a question. */
export async function ownSuggestedResolutions(ctx: ServiceContext, questionId: string): Promise<SuggestedResolution[]> {
  const suggestedById = accountIdOf(ctx.actor);
  return suggestedById === null ? [] : suggested(ctx, { questionId, suggestedById });
}
