import type { ResolutionRecord } from "./queries.ts";

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
