import type { Tx } from "#db/client.ts";
import { scoreResolution } from "#services/score/score-resolution.ts";

export interface HistoricalResolution {
  readonly questionId: string;
  /** Null for a void. */
  readonly outcome: string | null;
  readonly voidReason?: string;
  readonly knownAt: Date;
  /** When the answer was true; when it was known, where the source gives one time for both. */
  readonly effectiveAt?: Date;
  readonly note: string;
}

/** Brings in an answer that was decided elsewhere: proposed and approved in the importer's name, and scored at once. Gives its id. */
export async function importResolution(
  tx: Tx,
  importBatchId: string,
  importerId: string,
  answer: HistoricalResolution,
): Promise<string> {
  const { questionId, outcome, knownAt, note, voidReason = null, effectiveAt = knownAt } = answer;
  const { id: resolutionId } = await tx.resolution.create({
    data: {
      questionId,
      version: 1,
      outcome,
      voidReason,
      effectiveAt,
      knownAt,
      note,
      proposedById: importerId,
      proposedAt: knownAt,
      challengeUntil: knownAt,
      importBatchId,
    },
    select: { id: true },
  });
  const { decidedAt } = await tx.decision.create({
    data: { resolutionId, kind: "approved", decidedById: importerId, note: "Decided where it was imported from." },
  });
  await tx.finalResolution.create({ data: { questionId, resolutionId, finalAt: decidedAt } });
  await scoreResolution(tx, { questionId, resolutionId });
  return resolutionId;
}
