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
  const { actor } = ctx;
  await tx.auditEntry.create({
    data: {
      // Somebody who signs up is a person whose account does not exist yet.
      actorKind: actor.kind === "job" ? "job" : "user",
      actorId: actor.kind === "user" ? actor.id : null,
      action: act.action,
      subjectKind: act.subjectKind,
      subjectId: act.subjectId,
      details: { ...(actor.kind === "job" ? { job: actor.name } : {}), ...act.details },
    },
  });
}
