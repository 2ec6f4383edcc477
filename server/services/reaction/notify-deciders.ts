import type { Tx } from "#db/client.ts";
import { writeNotices } from "#services/notice/write-notices.ts";
import type { CONSUMERS } from "#services/outbox/consumers.ts";
import type { DomainEvent } from "#services/outbox/domain-events.ts";
import { deciders } from "./people-concerned.ts";

type ToBeDecided = DomainEvent<(typeof CONSUMERS)["notify-deciders"][number]>;

const ofQuestion = { question: { select: { slug: true, title: true } } } as const;

/**
 * Notifies admins that the time for challenges of a proposal is over, or that a final answer is to be looked at again: by the wish of
 * somebody, or because the engine found that the log no longer agrees with it.
 */
export async function notifyDeciders(tx: Tx, { kind, payload }: ToBeDecided): Promise<void> {
  const admins = await deciders(tx);
  if (kind === "resolution.due") {
    const { question } = await tx.resolution.findUniqueOrThrow({
      where: { id: payload.resolutionId },
      select: ofQuestion,
    });
    return writeNotices(tx, { kind: "resolution_due", params: { question } }, admins);
  }
  const { reason, requestedById, resolution } = await tx.reopenRequest.findUniqueOrThrow({
    where: { id: payload.requestId },
    select: { reason: true, requestedById: true, resolution: { select: ofQuestion } },
  });
  const told = requestedById === null ? "resolution_flagged" : "reopening_requested";
  return writeNotices(
    tx,
    { kind: told, params: { ...resolution, reason } },
    admins.filter((id) => id !== requestedById),
  );
}
