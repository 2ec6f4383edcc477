import type { QuestionFacts } from "#core/question/question-status.ts";
import type { Prisma } from "#db/generated/client.ts";

/** The rows that say where a question stands: select them wherever a status is asked for. */
export const factsSelect = {
  opensAt: true,
  closesAt: true,
  submission: { select: { submittedAt: true } },
  publication: { select: { publishedAt: true } },
  final: { select: { resolution: { select: { voidReason: true } } } },
  resolutions: { where: { decision: null }, select: { _count: { select: { challenges: true } } }, take: 1 },
} satisfies Prisma.QuestionSelect;

export type FactsRow = Prisma.QuestionGetPayload<{ select: typeof factsSelect }>;

/** What core's `questionStatus` is asked with. An answer is being superseded while another proposal waits. */
export function questionFacts(row: FactsRow): QuestionFacts {
  const [pending] = row.resolutions;
  return {
    submittedAt: row.submission?.submittedAt.getTime() ?? null,
    publishedAt: row.publication?.publishedAt.getTime() ?? null,
    opensAt: row.opensAt.getTime(),
    closesAt: row.closesAt.getTime(),
    pending: pending ? { isChallenged: pending._count.challenges > 0 } : null,
    final: row.final ? { isVoid: row.final.resolution.voidReason !== null, isSuperseded: pending !== undefined } : null,
  };
}
