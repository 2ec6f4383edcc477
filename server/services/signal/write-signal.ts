import { DomainError, ensure } from "#core/errors.ts";
import { ensureWatchable } from "#core/signal/signal-rules.ts";
import type { Prisma } from "#db/generated/client.ts";
import { lockRows } from "#db/locks.ts";
import { authorizePerson } from "#services/authorize.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadTopic } from "#services/topic/load-topic.ts";
import { transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import type { CreateSignalInput, ReviseSignalInput } from "./input.ts";

interface SignalKey {
  id: string;
  number: number;
}

/** Watches a topic's log for a pattern, under a name. */
export async function createSignal(ctx: ServiceContext, input: CreateSignalInput): Promise<SignalKey> {
  const { id: madeById } = authorizePerson(ctx, "write_signal");
  const { topicId, match, ...stated } = input;
  ensureWatchable(match);
  return transact(ctx, async (tx) => {
    await loadTopic(tx, topicId);
    const { id } = await tx.signal.create({ data: { topicId, createdById: madeById }, select: { id: true } });
    const version = { signalId: id, number: 1, match: match as unknown as Prisma.InputJsonObject, madeById, ...stated };
    await tx.signalVersion.create({ data: version });
    const details = { topicId, name: stated.name };
    await writeAudit(tx, ctx, { action: "create-signal", subjectKind: "signal", subjectId: id, details });
    return { id, number: 1 };
  });
}

/** States anew what a signal looks for, retires it, or takes it up again. Its earlier versions stay readable. */
export async function reviseSignal(ctx: ServiceContext, input: ReviseSignalInput): Promise<SignalKey> {
  const { id: madeById } = authorizePerson(ctx, "write_signal");
  const { signalId, basedOn, match, ...stated } = input;
  ensureWatchable(match);
  return transact(ctx, async (tx) => {
    await lockRows(tx, "signal", [signalId]);
    const latest = await tx.signalVersion.findFirst({ where: { signalId }, orderBy: { number: "desc" } });
    if (!latest) throw new DomainError("subject_must_exist", { kind: "signal", field: "signalId" });
    ensure(latest.number === basedOn, "revision_must_build_on_the_latest", { of: "signal" });
    const number = latest.number + 1;
    const version = { signalId, number, match: match as unknown as Prisma.InputJsonObject, madeById, ...stated };
    await tx.signalVersion.create({ data: version });
    const action = stated.isRetired && !latest.isRetired ? "retire-signal" : "revise-signal";
    const details = { number, name: stated.name };
    await writeAudit(tx, ctx, { action, subjectKind: "signal", subjectId: signalId, details });
    return { id: signalId, number };
  });
}
