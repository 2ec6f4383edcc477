import type { Notice } from "#core/notice/notice.ts";
import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { CONSUMERS } from "#services/outbox/consumers.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";
import { namedOutcome } from "./named-outcome.ts";
import { deciders, peopleConcerned } from "./people-concerned.ts";

type OfProposal = DomainEvent<(typeof CONSUMERS)["notify-of-proposals"][number]>;
type Ids = OfProposal["payload"];

/** A notice of something that somebody (nobody: the engine) did at an instant. */
interface Happened {
  readonly notice: Notice;
  readonly at: Date;
  readonly by: string | null;
}

const ofQuestion = { question: { select: { slug: true, title: true } } } as const;

async function proposal(tx: Tx, { questionId, resolutionId }: Ids): Promise<Happened> {
  const { version, outcome, challengeUntil, supersedesId, proposedAt, proposedById, question } =
    await tx.resolution.findUniqueOrThrow({
      where: { id: resolutionId },
      select: {
        version: true,
        outcome: true,
        challengeUntil: true,
        supersedesId: true,
        proposedAt: true,
        proposedById: true,
        question: { select: { slug: true, title: true, options: { select: { id: true, label: true } } } },
      },
    });
  const { options, ...named } = question;
  const params = {
    question: named,
    outcome: namedOutcome(outcome, options),
    challengeUntil: challengeUntil.getTime(),
  };
  // Whoever amends a proposal writes the next one in the same transaction.
  const amended = { questionId, version: version - 1, decision: { is: { kind: "amended" } } };
  const isAmended = (await tx.resolution.findFirst({ where: amended, select: { id: true } })) !== null;
  const notice: Notice = isAmended
    ? { kind: "resolution_amended", params }
    : { kind: "resolution_proposed", params: { ...params, isNew: supersedesId !== null } };
  return { notice, at: proposedAt, by: proposedById };
}

async function challenge(tx: Tx, challengeId: string): Promise<Happened> {
  const { reason, madeAt, challengerId, resolution } = await tx.challenge.findUniqueOrThrow({
    where: { id: challengeId },
    select: { reason: true, madeAt: true, challengerId: true, resolution: { select: ofQuestion } },
  });
  const params = { ...resolution, reason };
  return { notice: { kind: "resolution_challenged", params }, at: madeAt, by: challengerId };
}

/** A proposal that is gone: withdrawn by the engine, rejected, or returned, since a void was approved that came too early. */
async function returnOf(tx: Tx, { resolutionId }: Ids): Promise<Happened> {
  const { kind, note, decidedAt, decidedById, resolution } = await tx.decision.findUniqueOrThrow({
    where: { resolutionId },
    select: { kind: true, note: true, decidedAt: true, decidedById: true, resolution: { select: ofQuestion } },
  });
  const became = kind === "withdrawn" || kind === "rejected" ? kind : "returned";
  const params = { ...resolution, reason: note };
  return { notice: { kind: `resolution_${became}`, params }, at: decidedAt, by: decidedById };
}

function happenedIn(tx: Tx, { kind, payload }: OfProposal): Promise<Happened> {
  if (kind === "resolution.proposed") return proposal(tx, payload);
  return kind === "resolution.challenged" ? challenge(tx, payload.challengeId) : returnOf(tx, payload);
}

/**
 * Notifies everybody whom an answer concerned by then that it is proposed, and until when they may challenge it; that somebody challenges
 * it, which admins are notified of as well; or that it is gone. Whoever did it knows already.
 */
export async function notifyOfProposals(tx: Tx, event: OfProposal): Promise<void> {
  const { questionId } = event.payload;
  const { notice, at, by } = await happenedIn(tx, event);
  const concerned = await peopleConcerned(tx, { questionId, until: at, except: by });
  const admins = event.kind === "resolution.challenged" ? await deciders(tx) : [];
  await writeNotices(tx, notice, [...concerned, ...admins.filter((id) => id !== by)]);
}
