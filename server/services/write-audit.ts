import { auditedActor } from "#core/actor.ts";
import type { Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "./context.ts";

export interface AuditedAct {
  /** The command's name: approve-resolution. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details?: Prisma.InputJsonObject;
}

/** Writes the one audit row of a privileged act, in the act's own transaction. */
export async function writeAudit(tx: Tx, ctx: ServiceContext, act: AuditedAct): Promise<void> {
  const who = auditedActor(ctx.actor);
  await tx.auditEntry.create({
    data: {
      actorKind: who.kind,
      actorId: who.id,
      action: act.action,
      subjectKind: act.subjectKind,
      subjectId: act.subjectId,
      details: { ...who.details, ...act.details },
    },
  });
}
