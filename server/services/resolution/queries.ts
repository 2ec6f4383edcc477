import type { Evaluation } from "#core/criteria/evaluation.ts";
import { DomainError } from "#core/errors.ts";
import { may } from "#core/permissions.ts";
import { authorize } from "../authorize.ts";
import type { ServiceContext } from "../context.ts";
import { type LogNaming, logNaming, namedEvaluation } from "../event/log-naming.ts";
import { recordAsOf } from "./record-as-of.ts";
import { type ResolutionView, resolutionSelect, resolutionView } from "./view.ts";

export interface QueuedResolution extends ResolutionView {
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
  return rows.map(({ question: { options, criteria, _count, ...question }, ...row }) => ({
    ...withNames(resolutionView(row, options), named),
    question: { ...question, forecasts: _count.forecasts, sentence: criteria[0] ? named(criteria[0].sentence) : null },
  }));
}

export interface ResolutionRecord {
  question: { id: string; slug: string; title: string; type: string; options: { id: string; label: string }[] };
  /** Newest first. */
  versions: ResolutionView[];
  finalVersion: number | null;
  /** What the one who asks may do with it. */
  may: { propose: boolean; decide: boolean; challenge: boolean };
}

/**
 * The resolution record of a question, as it was known at an instant when one is asked for: every version of its answer,
 * with all that led to it. The page to cite.
 */
export async function resolutionRecord(
  ctx: ServiceContext,
  { slug, asOf }: { slug: string; asOf?: Date | undefined },
): Promise<ResolutionRecord> {
  const question = await ctx.db.question.findUnique({
    where: { slug, ...(may(ctx.actor, "read_drafts") ? {} : { publication: { isNot: null } }) },
    select: {
      id: true,
      slug: true,
      title: true,
      type: true,
      options: { select: { id: true, label: true }, orderBy: { position: "asc" } },
      final: { select: { resolution: { select: { version: true } } } },
      resolutions: { select: resolutionSelect, orderBy: { version: "desc" } },
    },
  });
  if (!question) throw new DomainError("subject_must_exist", "There is no such question.");
  const { resolutions, final, ...rest } = question;
  const named = await logNaming(ctx.db);
  const record = {
    question: rest,
    versions: resolutions.map((row) => withNames(resolutionView(row, question.options), named)),
    finalVersion: final?.resolution.version ?? null,
    may: {
      propose: may(ctx.actor, "propose_resolution"),
      decide: may(ctx.actor, "decide_resolution"),
      challenge: may(ctx.actor, "challenge_resolution"),
    },
  };
  return asOf ? recordAsOf(record, asOf) : record;
}

/** The trace is stored as the engine wrote it; people read the names that the log gives its actors. */
function withNames(version: ResolutionView, named: LogNaming): ResolutionView {
  // An import keeps no trace.
  if (typeof version.trace !== "object" || version.trace === null || !("trace" in version.trace)) return version;
  const evaluation = namedEvaluation(version.trace as unknown as Evaluation, named);
  return { ...version, trace: evaluation as unknown as ResolutionView["trace"] };
}
