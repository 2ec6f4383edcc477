import type { Evaluation } from "#core/criteria/evaluation.ts";
import { DomainError } from "#core/errors.ts";
import type { PlainBroken } from "#core/rule-values.ts";
import type { Db } from "#db/client.ts";
import { authorize } from "#services/authorize.ts";
import { type DeclaredConflictView, declaredConflicts } from "#services/conflict/declared-conflicts.ts";
import { whyNotDecide } from "#services/conflict/why-not-decide.ts";
import type { ServiceContext } from "#services/context.ts";
import { type LogNaming, logNaming, namedEvaluation } from "#services/event-log/log-naming.ts";
import { factsSelect } from "#services/question/question-facts.ts";
import { visibleQuestions } from "#services/visibility.ts";
import { mayAnswer } from "./allowed-actions.ts";
import { type ApprovalPreview, approvalPreviews } from "./approval-previews.ts";
import { type CitedCoverage, citedCoverage } from "./cited-coverage.ts";
import { type EvidenceBrief, evidenceBriefs } from "./evidence-briefs.ts";
import { type ResolutionRecord, recordAsOf } from "./record-as-of.ts";
import { reopeningsOf } from "./reopenings.ts";
import { ownSuggestedResolutions } from "./suggested-resolutions.ts";
import { type ResolutionView, resolutionSelect, resolutionView } from "./view.ts";

export interface QueuedResolution extends ResolutionView {
  preview: ApprovalPreview;
  /** Why the admin who asks may not approve it; null when they may. */
  whyNotDecide: PlainBroken | null;
  /** What was done for it, or to it, by somebody with an interest in it. */
  declared: DeclaredConflictView[];
  /** The events that challenges point to. */
  counterEvidence: EvidenceBrief[];
  /** The signed statements that it rests on. */
  coverage: CitedCoverage[];
  question: {
    id: string;
    slug: string;
    title: string;
    type: string;
    closesAt: Date;
    forecasts: number;
    sentence: string | null;
  };
}

/** Every proposal that waits for a decision, the longest-waiting first. */
export async function resolutionQueue(ctx: ServiceContext): Promise<QueuedResolution[]> {
  authorize(ctx, "read_resolution_queue");
  const rows = await ctx.db.resolution.findMany({
    where: { decision: null },
    orderBy: [{ challengeUntil: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      ...resolutionSelect,
      question: {
        select: {
          id: true,
          slug: true,
          title: true,
          type: true,
          closesAt: true,
          options: { select: { id: true, label: true } },
          criteria: { select: { sentence: true }, orderBy: { version: "desc" }, take: 1 },
          _count: { select: { forecasts: true } },
        },
      },
    },
  });
  const named = await logNaming(ctx.db);
  const previews = await approvalPreviews(
    ctx.db,
    rows.map(({ id }) => id),
    ctx.now,
  );
  const objections = rows.flatMap(({ challenges }) => challenges.flatMap(({ evidenceIds }) => evidenceIds));
  const briefs = await evidenceBriefs(ctx, objections);
  const coverage = await citedCoverage(
    ctx.db,
    rows.flatMap(({ coverageIds }) => coverageIds),
  );
  const queued: QueuedResolution[] = [];
  for (const { question: asked, ...row } of rows) {
    const { options, criteria, _count, ...question } = asked;
    const preview = previews.get(row.id);
    if (!preview) continue;
    queued.push({
      ...withNames(resolutionView(row, options), named),
      preview,
      whyNotDecide: await whyNotDecide(ctx, { ...row, question }),
      declared: await declaredConflicts(ctx.db, question.id),
      counterEvidence: briefs(row.challenges.flatMap(({ evidenceIds }) => evidenceIds)),
      coverage: coverage.filter(({ id }) => row.coverageIds.includes(id)),
      question: {
        ...question,
        forecasts: _count.forecasts,
        sentence: criteria[0] ? named(criteria[0].sentence) : null,
      },
    });
  }
  return queued;
}

/**
 * The resolution record of a question, as it was known at an instant when one is asked for: every version of its answer,
 * with all that led to it. The page to cite.
 */
export async function resolutionRecord(
  ctx: ServiceContext,
  { slug, asOf }: { slug: string; asOf?: Date | undefined },
): Promise<ResolutionRecord> {
  const question = await ctx.db.question.findFirst({
    where: { slug, ...visibleQuestions(ctx) },
    select: {
      id: true,
      slug: true,
      title: true,
      type: true,
      options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
      opensAt: true,
      closesAt: true,
      submission: factsSelect.submission,
      publication: factsSelect.publication,
      final: { select: { resolution: { select: { version: true, voidReason: true } } } },
      resolutions: {
        select: { ...resolutionSelect, _count: { select: { challenges: true } } },
        orderBy: { version: "desc" },
      },
    },
  });
  if (!question) throw new DomainError("subject_must_exist", { kind: "question" });
  const { id, slug: at, title, type, options, resolutions, final } = question;
  const named = await logNaming(ctx.db);
  const pending = resolutions.find(({ decision }) => decision === null);
  const objections = resolutions.flatMap(({ challenges }) => challenges.flatMap(({ evidenceIds }) => evidenceIds));
  const record = {
    question: { id, slug: at, title, type, options },
    versions: resolutions.map(({ _count, ...row }) => withNames(resolutionView(row, options), named)),
    finalVersion: final?.resolution.version ?? null,
    counterEvidence: (await evidenceBriefs(ctx, objections))([...new Set(objections)]),
    coverage: await citedCoverage(
      ctx.db,
      resolutions.flatMap(({ coverageIds }) => coverageIds),
    ),
    reopenings: await reopeningsOf(ctx, id),
    declared: await declaredConflicts(ctx.db, id),
    whyNotDecide: pending ? await whyNotDecide(ctx, { ...pending, question }) : null,
    suggestions: await ownSuggestedResolutions(ctx, id),
    tables: await tablesWith(ctx.db, id),
    may: await mayAnswer(ctx, { ...question, resolutions: resolutions.filter(({ decision }) => decision === null) }),
  };
  return asOf ? recordAsOf(record, asOf) : record;
}

async function tablesWith(db: Db, questionId: string): Promise<ResolutionRecord["tables"]> {
  const tables = await db.tournamentTable.findMany({
    where: { tournament: { questions: { some: { questionId } } } },
    select: { version: true, publishedAt: true, tournament: { select: { title: true, slug: true } } },
    orderBy: [{ tournament: { startsAt: "asc" } }, { version: "asc" }],
  });
  return tables.map(({ tournament, ...table }) => ({ ...table, tournament: tournament.title, slug: tournament.slug }));
}

/** The trace is stored as the engine wrote it; people read the names that the log gives its actors. */
function withNames(version: ResolutionView, named: LogNaming): ResolutionView {
  // An import keeps no trace.
  if (typeof version.trace !== "object" || version.trace === null || !("trace" in version.trace)) return version;
  const evaluation = namedEvaluation(version.trace as unknown as Evaluation, named);
  return { ...version, trace: evaluation as unknown as ResolutionView["trace"] };
}
