import { challengeUntil } from "#core/resolution/challenge-rules.ts";
import { ensureProposalStands, type Proposal } from "#core/resolution/proposal-rules.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { declareHands } from "#services/conflict/declare-hands.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { databaseNow } from "#services/transact.ts";
import { ensureCoverageStands } from "./cited-coverage.ts";
import { latestRevisions } from "./latest-revisions.ts";
import type { Answerable } from "./load-answerable.ts";

export interface NewProposal extends Proposal {
  readonly proposerId: string | null;
  readonly trace?: Prisma.InputJsonValue;
  /** What ties the proposer to the answer; the engine has none. */
  readonly conflicts?: readonly string[];
  readonly declaredConflict?: string | undefined;
}

export interface WrittenProposal {
  id: string;
  version: number;
  challengeUntil: Date;
}

/** Writes one proposed resolution under the question's lock, with the revisions of its evidence as they are now. */
export async function writeProposal(tx: Tx, question: Answerable, proposal: NewProposal): Promise<WrittenProposal> {
  const now = await databaseNow(tx);
  ensureProposalStands(proposal, question.frame, now.getTime());
  const settings = await tx.instanceSettings.findUniqueOrThrow({ where: { id: 1 } });
  const hours = question.challengeWindowHours ?? settings.challengeWindowHours;
  const until = new Date(challengeUntil(now.getTime(), hours));
  const evidence = await latestRevisions(tx, question.topicId, proposal.evidenceIds);
  if (proposal.proposer === "person") await ensureCoverageStands(tx, question.topicId, proposal.coverageIds);
  const { id, version } = await tx.resolution.create({
    data: {
      questionId: question.id,
      version: question._count.resolutions + 1,
      outcome: proposal.outcome,
      voidReason: proposal.voidReason,
      effectiveAt: new Date(proposal.effectiveAt),
      knownAt: new Date(proposal.knownAt),
      criteriaVersionId: question.criteria?.id ?? null,
      trace: proposal.trace ?? Prisma.DbNull,
      coverageIds: [...proposal.coverageIds],
      note: proposal.note,
      proposedById: proposal.proposerId,
      conflicts: [...(proposal.conflicts ?? [])],
      declaredConflict: proposal.declaredConflict ?? "",
      challengeUntil: until,
      supersedesId: question.final?.resolutionId ?? null,
      evidence: { create: evidence },
    },
    select: { id: true, version: true },
  });
  await declareHands(tx, question.id, id);
  await recordEvents(tx, [{ kind: "resolution.proposed", payload: { questionId: question.id, resolutionId: id } }]);
  return { id, version, challengeUntil: until };
}
