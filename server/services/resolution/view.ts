import { z } from "zod";
import { outcomeLabel } from "#core/resolution/outcome-label.ts";
import type { Prisma } from "#db/generated/client.ts";

/** One version of a question's answer, as the record, the queue and the question page show it. */
export const resolutionSelect = {
  id: true,
  version: true,
  outcome: true,
  voidReason: true,
  effectiveAt: true,
  knownAt: true,
  note: true,
  trace: true,
  proposedAt: true,
  challengeUntil: true,
  coverageIds: true,
  importBatchId: true,
  proposedById: true,
  conflicts: true,
  declaredConflict: true,
  proposedBy: { select: { name: true } },
  criteriaVersion: { select: { version: true, hash: true, sentence: true } },
  evidence: {
    select: {
      eventId: true,
      revision: {
        select: {
          headline: true,
          type: true,
          occurredFrom: true,
          occurredUntil: true,
          precision: true,
          sources: {
            select: { publisher: true, title: true, url: true, publishedAt: true, tier: true },
            orderBy: { position: "asc" },
          },
        },
      },
    },
  },
  challenges: {
    select: { id: true, reason: true, madeAt: true, evidenceIds: true, challenger: { select: { name: true } } },
    orderBy: { madeAt: "asc" },
  },
  decision: {
    select: {
      kind: true,
      decidedAt: true,
      note: true,
      wasSolo: true,
      conflicts: true,
      declaredConflict: true,
      decidedBy: { select: { name: true } },
    },
  },
  supersedes: { select: { version: true } },
} satisfies Prisma.ResolutionSelect;

type Row = Prisma.ResolutionGetPayload<{ select: typeof resolutionSelect }>;

const person = z.string().nullable();

export const resolutionOutput = z.object({
  id: z.string(),
  version: z.number(),
  outcome: z.string().nullable(),
  /** Yes, No, or the option's label. */
  outcomeLabel: z.string(),
  voidReason: z.string().nullable(),
  effectiveAt: z.date(),
  knownAt: z.date(),
  note: z.string(),
  trace: z.json().nullable(),
  proposedAt: z.date(),
  /** Null when the engine proposed it. */
  proposedBy: person,
  wasImported: z.boolean(),
  challengeUntil: z.date(),
  coverageIds: z.array(z.string()),
  /** What ties the proposer to the answer: has_forecast, holds_position. */
  conflicts: z.array(z.string()),
  declaredConflict: z.string(),
  criteria: z.object({ version: z.number(), hash: z.string(), sentence: z.string() }).nullable(),
  evidence: z.array(
    z.object({
      eventId: z.string(),
      headline: z.string(),
      type: z.string(),
      occurredFrom: z.date(),
      occurredUntil: z.date(),
      precision: z.string(),
      sources: z.array(
        z.object({
          publisher: z.string(),
          title: z.string(),
          url: z.string(),
          publishedAt: z.date(),
          tier: z.string(),
        }),
      ),
    }),
  ),
  challenges: z.array(
    z.object({
      id: z.string(),
      reason: z.string(),
      madeAt: z.date(),
      evidenceIds: z.array(z.string()),
      challenger: z.string(),
    }),
  ),
  decision: z
    .object({
      kind: z.string(),
      decidedAt: z.date(),
      note: z.string(),
      wasSolo: z.boolean(),
      conflicts: z.array(z.string()),
      declaredConflict: z.string(),
      /** Null when the engine withdrew its own proposal. */
      decidedBy: z.string().nullable(),
    })
    .nullable(),
  supersedesVersion: z.number().nullable(),
});

export type ResolutionView = z.infer<typeof resolutionOutput>;

export function resolutionView(row: Row, options: readonly { id: string; label: string }[]): ResolutionView {
  const {
    proposedBy,
    proposedById: _,
    criteriaVersion,
    evidence,
    challenges,
    decision,
    supersedes,
    importBatchId,
    ...rest
  } = row;
  return {
    ...rest,
    trace: rest.trace as ResolutionView["trace"],
    outcomeLabel: outcomeLabel(row.outcome, options),
    proposedBy: proposedBy?.name ?? null,
    wasImported: importBatchId !== null,
    criteria: criteriaVersion,
    evidence: evidence.map(({ eventId, revision }) => ({ eventId, ...revision })),
    challenges: challenges.map(({ challenger, ...challenge }) => ({ ...challenge, challenger: challenger.name })),
    decision: decision && { ...decision, decidedBy: decision.decidedBy?.name ?? null },
    supersedesVersion: supersedes?.version ?? null,
  };
}
