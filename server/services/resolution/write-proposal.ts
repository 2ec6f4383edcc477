import { DomainError } from "#core/errors.ts";
import { challengeUntil } from "#core/resolution/challenge-rules.ts";
import { ensureProposalStands, type Proposal } from "#core/resolution/proposal-rules.ts";
import type { Tx } from "#db/client.ts";
import { Prisma } from "#db/generated/client.ts";
import { databaseNow } from "../transact.ts";
import type { Answerable } from "./load-answerable.ts";

export interface NewProposal extends Proposal {
  readonly proposerId: string | null;
  readonly trace?: Prisma.InputJsonValue;
}

export interface WrittenProposal {
  id: string;
  version: number;
  challengeUntil: Date;
}

async function latestRevisions(tx: Tx, topicId: string | null, eventIds: readonly string[]) {
  const events = await tx.event.findMany({
    where: { id: { in: [...new Set(eventIds)] }, ...(topicId ? { topicId } : {}) },
    select: { id: true, revisions: { select: { id: true }, orderBy: { number: "desc" }, take: 1 } },
  });
  if (events.length !== new Set(eventIds).size) {
    throw new DomainError(
      "resolution_must_cite_evidence",
      "Some of the evidence is not an event of this question's topic.",
      "evidenceIds",
    );
  }
  return events.flatMap(({ id, revisions }) => revisions.map((revision) => ({ eventId: id, revisionId: revision.id })));
}

/** Writes one proposed resolution under the question's lock, with the revisions of its evidence as they are now. */
export async function writeProposal(tx: Tx, question: Answerable, proposal: NewProposal): Promise<WrittenProposal> {
  const now = await databaseNow(tx);
  ensureProposalStands(proposal, question.frame, now.getTime());
  const settings = await tx.instanceSettings.findUniqueOrThrow({ where: { id: 1 } });
  const hours = question.challengeWindowHours ?? settings.challengeWindowHours;
  const until = new Date(challengeUntil(now.getTime(), hours));
  const evidence = await latestRevisions(tx, question.topicId, proposal.evidenceIds);
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
      challengeUntil: until,
      supersedesId: question.final?.resolutionId ?? null,
      evidence: { create: evidence },
    },
    select: { id: true, version: true },
  });
  return { id, version, challengeUntil: until };
}
