import type { PlainBroken } from "#core/rule-values.ts";
import type { DeclaredConflictView } from "#services/conflict/declared-conflicts.ts";
import type { MayAnswer } from "./allowed-actions.ts";
import type { CitedCoverage } from "./cited-coverage.ts";
import type { EvidenceBrief } from "./evidence-briefs.ts";
import type { Reopening } from "./reopenings.ts";
import type { SuggestedResolution } from "./suggested-resolutions.ts";
import type { ResolutionView } from "./view.ts";

export interface ResolutionRecord {
  question: { id: string; slug: string; title: string; type: string; options: { id: string; label: string }[] };
  /** Newest first. */
  versions: ResolutionView[];
  finalVersion: number | null;
  /** The events that challenges point to. */
  counterEvidence: EvidenceBrief[];
  /** The signed statements that versions rest on. */
  coverage: CitedCoverage[];
  reopenings: Reopening[];
  /** What was done that bears on the answer by somebody with an interest in it, oldest first. */
  declared: DeclaredConflictView[];
  /** Why the admin who asks may not approve what is proposed; null when they may. */
  whyNotDecide: PlainBroken | null;
  /** What the one who asks has suggested. */
  suggestions: SuggestedResolution[];
  /** Tournaments whose final tables count it: the frozen ones, and the amended ones beside them. */
  tables: { tournament: string; slug: string; version: number; publishedAt: Date }[];
  /** What the one who asks may do with it. */
  may: MayAnswer;
}

/**
 * A resolution record as it was known at an instant: versions proposed by then, with the challenges made and the
 * decisions taken by then. The answer that stood is the version approved last.
 */
export function recordAsOf(record: ResolutionRecord, asOf: Date): ResolutionRecord {
  const versions = record.versions
    .filter(({ proposedAt }) => proposedAt <= asOf)
    .map((version) => ({
      ...version,
      decision: version.decision && version.decision.decidedAt <= asOf ? version.decision : null,
      challenges: version.challenges.filter(({ madeAt }) => madeAt <= asOf),
    }));
  const approved = versions.filter(({ decision }) => decision?.kind === "approved");
  const latest = approved.toSorted((a, b) => decidedAt(b) - decidedAt(a))[0];
  // What was known earlier is to be read, not acted on.
  const nothing = { propose: false, decide: false, challenge: false, suggest: false, reopen: false };
  const reopenings = record.reopenings
    .filter(({ madeAt }) => madeAt <= asOf)
    .map((request) => ({
      ...request,
      answer: request.answer && request.answer.answeredAt <= asOf ? request.answer : null,
    }));
  const declared = record.declared.filter(({ declaredAt }) => declaredAt <= asOf);
  const tables = record.tables.filter(({ publishedAt }) => publishedAt <= asOf);
  return {
    ...record,
    versions,
    reopenings,
    declared,
    whyNotDecide: null,
    tables,
    suggestions: [],
    finalVersion: latest?.version ?? null,
    may: nothing,
  };
}

function decidedAt({ decision }: ResolutionRecord["versions"][number]): number {
  return decision?.decidedAt.getTime() ?? 0;
}
