import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Evaluation } from "#core/criteria/evaluation.ts";
import { questionStatus } from "#core/question/question-status.ts";
import type { Db, Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "../context.ts";
import { loadCoverage } from "../coverage/load-coverage.ts";
import { loadLog } from "../event/load-log.ts";
import { databaseNow, transact } from "../transact.ts";
import { writeAudit } from "../write-audit.ts";
import { lockAnswerable } from "./load-answerable.ts";
import { writeProposal } from "./write-proposal.ts";

/** A question that the engine has just proposed an answer to. */
export interface EngineProposal {
  questionId: string;
  slug: string;
  title: string;
  outcome: string;
}

async function undecidedQuestions(db: Db, topicId: string | undefined, now: Date) {
  return db.question.findMany({
    where: {
      ...(topicId ? { topicId } : { topicId: { not: null } }),
      publication: { isNot: null },
      final: { is: null },
      opensAt: { lte: now },
      resolutions: { none: { decision: null } },
    },
    select: {
      id: true,
      slug: true,
      title: true,
      topicId: true,
      criteria: { select: { rule: true }, orderBy: { version: "desc" }, take: 1 },
    },
    orderBy: { id: "asc" },
  });
}

async function evaluateOn(db: Db | Tx, topicId: string, rule: unknown, asOf: Date): Promise<Evaluation> {
  const [log, coverage] = [await loadLog(db, { topicId, asOf }), await loadCoverage(db, { topicId, asOf })];
  return evaluate(rule as Criteria, log, coverage, asOf.getTime());
}

/** What the log says was rejected once is not proposed again, unless the evidence or the answer has changed. */
async function wasRejected(
  tx: Tx,
  questionId: string,
  { outcome, effectiveAt, knownAt, evidenceIds }: Evaluation,
): Promise<boolean> {
  const rejected = await tx.resolution.findMany({
    where: { questionId, outcome, proposedById: null, decision: { is: { kind: "rejected" } } },
    select: { effectiveAt: true, knownAt: true, evidence: { select: { eventId: true } } },
  });
  const key = (effective: number | null, known: number | null, ids: readonly string[]) =>
    [effective, known, ...ids.toSorted()].join(" ");
  const now = key(effectiveAt, knownAt, evidenceIds);
  return rejected.some(
    (row) =>
      key(
        row.effectiveAt.getTime(),
        row.knownAt.getTime(),
        row.evidence.map((e) => e.eventId),
      ) === now,
  );
}

/** Locks the question, asks the log again, and writes the proposal if it still decides. */
async function proposeFromLog(ctx: ServiceContext, questionId: string): Promise<string | null> {
  return transact(ctx, async (tx) => {
    const question = await lockAnswerable(tx, questionId);
    const asOf = await databaseNow(tx);
    const status = questionStatus(question.facts, asOf.getTime());
    if (!["open", "closed"].includes(status) || !question.topicId || !question.criteria?.rule) return null;
    const evaluation = await evaluateOn(tx, question.topicId, question.criteria.rule, asOf);
    const { outcome, effectiveAt, knownAt } = evaluation;
    if (outcome === null || effectiveAt === null || knownAt === null) return null;
    if (await wasRejected(tx, questionId, evaluation)) return null;
    const proposal = await writeProposal(tx, question, {
      outcome,
      voidReason: null,
      effectiveAt,
      knownAt,
      evidenceIds: evaluation.evidenceIds,
      coverageIds: evaluation.coverageIds,
      note: "",
      proposer: "engine",
      proposerId: null,
      trace: evaluation as unknown as Prisma.InputJsonValue,
    });
    const details = { question: questionId, outcome };
    await writeAudit(tx, ctx, {
      action: "propose-resolution",
      subjectKind: "resolution",
      subjectId: proposal.id,
      details,
    });
    return outcome;
  });
}

/**
 * Asks the log about every published question that waits for an answer (of one topic, when told), and proposes the
 * answers it gives. Runs after each change of a log, and every minute for what time alone decides.
 */
export async function evaluateOpenQuestions(
  ctx: ServiceContext,
  { topicId }: { topicId?: string | undefined },
): Promise<EngineProposal[]> {
  const engine: ServiceContext = { ...ctx, actor: { kind: "job", name: "engine" } };
  const now = await databaseNow(ctx.db);
  const proposals: EngineProposal[] = [];
  const logs = new Map<
    string,
    { log: Awaited<ReturnType<typeof loadLog>>; coverage: Awaited<ReturnType<typeof loadCoverage>> }
  >();
  for (const { id, slug, title, topicId: topic, criteria } of await undecidedQuestions(ctx.db, topicId, now)) {
    const rule = criteria[0]?.rule;
    if (!topic || !rule) continue;
    const known = logs.get(topic) ?? {
      log: await loadLog(ctx.db, { topicId: topic, asOf: now }),
      coverage: await loadCoverage(ctx.db, { topicId: topic, asOf: now }),
    };
    logs.set(topic, known);
    if (evaluate(rule as unknown as Criteria, known.log, known.coverage, now.getTime()).outcome === null) continue;
    const outcome = await proposeFromLog(engine, id);
    if (outcome !== null) proposals.push({ questionId: id, slug, title, outcome });
  }
  return proposals;
}
