import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Evaluation } from "#core/criteria/evaluation.ts";
import { type Reading, readingChange, readingDiffers } from "#core/resolution/reading-differs.ts";
import type { Db, Tx } from "#db/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadCoverage } from "#services/coverage/load-coverage.ts";
import { loadLogFor } from "#services/event-log/load-log-for.ts";
import { recordEvents } from "#services/outbox/record-events.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { lockPending } from "./load-answerable.ts";

/** What the log says of criteria at an instant. */
export async function readLog(db: Db | Tx, topicId: string, rule: unknown, asOf: Date): Promise<Evaluation> {
  const criteria = rule as Criteria;
  const log = await loadLogFor(db, { topicId, asOf }, [criteria]);
  return evaluate(criteria, log, await loadCoverage(db, { topicId, asOf }), asOf.getTime());
}

/** What was read when an answer was proposed, from its row. */
export function readingOf(row: { outcome: string | null; effectiveAt: Date; knownAt: Date }): Reading {
  return { outcome: row.outcome, effectiveAt: row.effectiveAt.getTime(), knownAt: row.knownAt.getTime() };
}

async function withdraw(ctx: ServiceContext, resolutionId: string): Promise<string[]> {
  return transact(ctx, async (tx) => {
    const question = await lockPending(tx, resolutionId);
    const { pending, topicId, criteria } = question;
    if (!topicId || !criteria?.rule) return [];
    const now = await readLog(tx, topicId, criteria.rule, await databaseNow(tx));
    const then = readingOf(pending);
    if (!readingDiffers(then, now)) return [];
    const note = `${readingChange(then, now)} What was logged or retracted since stands in the log.`;
    await tx.decision.create({ data: { resolutionId, kind: "withdrawn", note } });
    const details = { question: question.id, outcome: now.outcome };
    const subject = { subjectKind: "resolution", subjectId: resolutionId };
    await writeAudit(tx, ctx, { action: "withdraw-resolution", ...subject, details });
    await recordEvents(tx, [{ kind: "resolution.withdrawn", payload: { questionId: question.id, resolutionId } }]);
    return [question.id];
  });
}

/**
 * Asks the log again about the engine's own proposals that wait for a decision: what a late event or a retraction has
 * made untrue is withdrawn, with a note, and the question is free for what the log says now. Gives those questions.
 */
export async function withdrawEngineProposals(
  engine: ServiceContext,
  { topicId }: { topicId?: string | undefined },
): Promise<string[]> {
  const freed: string[] = [];
  const pending = await engine.db.resolution.findMany({
    where: {
      proposedById: null,
      importBatchId: null,
      decision: null,
      question: topicId ? { topicId } : { topicId: { not: null } },
    },
    select: {
      id: true,
      outcome: true,
      effectiveAt: true,
      knownAt: true,
      question: {
        select: { topicId: true, criteria: { select: { rule: true }, orderBy: { version: "desc" }, take: 1 } },
      },
    },
    orderBy: { id: "asc" },
  });
  const asOf = await databaseNow(engine.db);
  for (const { id, question, ...row } of pending) {
    const rule = question.criteria[0]?.rule;
    if (!question.topicId || !rule) continue;
    const now = await readLog(engine.db, question.topicId, rule, asOf);
    if (readingDiffers(readingOf(row), now)) freed.push(...(await withdraw(engine, id)));
  }
  return freed;
}
