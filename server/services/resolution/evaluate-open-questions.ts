import type { Criteria } from "#core/criteria/criteria.ts";
import { evaluate } from "#core/criteria/evaluate.ts";
import type { Evaluation } from "#core/criteria/evaluation.ts";
import { eventIndex, nearEvents } from "#core/criteria/near-events.ts";
import { questionStatus } from "#core/question/question-status.ts";
import { outcomeBeyondRange } from "#core/resolution/outcome-fits.ts";
import type { Db, Tx } from "#db/client.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { ServiceContext } from "#services/context.ts";
import { loadCoverage } from "#services/coverage/load-coverage.ts";
import type { EngineProposal } from "#services/event-log/consequences.ts";
import { loadLogFor } from "#services/event-log/load-log-for.ts";
import { publishedUnanswered } from "#services/question-state.ts";
import { databaseNow, transact } from "#services/transact.ts";
import { writeAudit } from "#services/write-audit.ts";
import { lockAnswerable } from "./load-answerable.ts";
import { writeProposal } from "./write-proposal.ts";

export interface QuestionScope {
  readonly topicId?: string | undefined;
  /** Only these. */
  readonly questionIds?: readonly string[];
}

async function undecidedQuestions(db: Db, { topicId, questionIds }: QuestionScope, now: Date) {
  return db.question.findMany({
    where: {
      ...(questionIds ? { id: { in: [...questionIds] } } : {}),
      ...(topicId ? { topicId } : { topicId: { not: null } }),
      ...publishedUnanswered,
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
  const criteria = rule as Criteria;
  const log = await loadLogFor(db, { topicId, asOf }, [criteria]);
  return evaluate(criteria, log, await loadCoverage(db, { topicId, asOf }), asOf.getTime());
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
    // Where the log's answer lies beyond a closed end, the question is flawed: only a person can say so.
    if (outcomeBeyondRange(outcome, question.frame)) return null;
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

/** Those of a topic's questions that its log, as known at an instant, decides. The log is read once for all of them. */
async function decided<T extends { criteria: readonly { rule: unknown }[] }>(
  db: Db,
  topicId: string,
  questions: readonly T[],
  asOf: Date,
): Promise<T[]> {
  const asking = questions.flatMap((question) => {
    const criteria = question.criteria[0]?.rule as Criteria | null | undefined;
    return criteria ? [{ question, criteria }] : [];
  });
  if (asking.length === 0) return [];
  const rules = asking.map(({ criteria }) => criteria);
  const index = eventIndex(await loadLogFor(db, { topicId, asOf }, rules));
  const coverage = await loadCoverage(db, { topicId, asOf });
  return asking.flatMap(({ question, criteria }) => {
    const { outcome } = evaluate(criteria, nearEvents(index, criteria), coverage, asOf.getTime());
    return outcome === null ? [] : [question];
  });
}

/**
 * Asks the log about every published question that waits for an answer (of one topic, or those named alone, when told), and
 * proposes the answers it gives. Runs after each change of a log, and every minute for what time alone decides.
 */
export async function evaluateOpenQuestions(ctx: ServiceContext, scope: QuestionScope): Promise<EngineProposal[]> {
  if (scope.questionIds?.length === 0) return [];
  const engine: ServiceContext = { ...ctx, actor: { kind: "job", name: "engine" } };
  const now = await databaseNow(ctx.db);
  const proposals: EngineProposal[] = [];
  const byTopic = Map.groupBy(await undecidedQuestions(ctx.db, scope, now), ({ topicId }) => topicId);
  for (const [topicId, questions] of byTopic) {
    if (topicId === null) continue;
    for (const { id, slug, title } of await decided(ctx.db, topicId, questions, now)) {
      const outcome = await proposeFromLog(engine, id);
      if (outcome !== null) proposals.push({ questionId: id, slug, title, outcome });
    }
  }
  return proposals;
}
