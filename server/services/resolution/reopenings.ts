import { z } from "zod";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { Prisma } from "#db/generated/client.ts";
import { authorize } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { evidenceBriefOutput, evidenceBriefs } from "./evidence-briefs.ts";

const MOST = 100;

/** A request to look at a final answer again. */
export const reopeningOutput = z.object({
  id: z.string(),
  resolutionId: z.string(),
  version: z.number(),
  outcomeLabel: z.string(),
  /** Null when the engine found that the log no longer agrees. */
  requestedBy: z.string().nullable(),
  reason: z.string(),
  madeAt: z.date(),
  evidence: z.array(evidenceBriefOutput),
  answer: z.object({ kind: z.string(), reason: z.string(), answeredAt: z.date(), answeredBy: z.string() }).nullable(),
  question: z.object({ slug: z.string(), title: z.string() }),
});
export type Reopening = z.infer<typeof reopeningOutput>;

async function reopenings(ctx: ServiceContext, where: Prisma.ReopenRequestWhereInput): Promise<Reopening[]> {
  const rows = await ctx.db.reopenRequest.findMany({
    where,
    select: {
      id: true,
      resolutionId: true,
      reason: true,
      madeAt: true,
      evidenceIds: true,
      requestedBy: { select: { name: true } },
      answer: { select: { kind: true, reason: true, answeredAt: true, answeredBy: { select: { name: true } } } },
      resolution: {
        select: {
          version: true,
          outcome: true,
          question: { select: { slug: true, title: true, options: { select: { id: true, label: true } } } },
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
  return rows.map(({ resolution, requestedBy, answer, evidenceIds, ...row }) => ({
    ...row,
    version: resolution.version,
    outcomeLabel: outcomeLabel(resolution.outcome, resolution.question.options),
    requestedBy: requestedBy?.name ?? null,
    evidence: briefs(evidenceIds),
    answer: answer && { ...answer, answeredBy: answer.answeredBy.name },
    question: { slug: resolution.question.slug, title: resolution.question.title },
  }));
}

/** Requests to reopen that nobody has answered, the longest-waiting first. */
export async function waitingReopenings(ctx: ServiceContext): Promise<Reopening[]> {
  authorize(ctx, "read_resolution_queue");
  return reopenings(ctx, { answer: null });
}

/** Every request to reopen an answer of a question, and what became of it. */
export function reopeningsOf(ctx: ServiceContext, questionId: string): Promise<Reopening[]> {
  return reopenings(ctx, { resolution: { questionId } });
}
