import type { LoggedEvent } from "./event.ts";

/**
 * The log as it stood at an instant: of each event the latest revision recorded by then, in order of id.
 *
 * Formula: per event, the revision with the greatest recordedAt ≤ asOf; of equals the one with the greatest revision id.
 * Units: epoch milliseconds.
 *
 * @example
 * currentRevisions([{ id: "a", revisionId: "1", recordedAt: 3 }, { id: "a", revisionId: "2", recordedAt: 7 }], 5); // => [{ id: "a", revisionId: "1", recordedAt: 3 }]
 */
export function currentRevisions<T extends Pick<LoggedEvent, "id" | "revisionId" | "recordedAt">>(
  revisions: readonly T[],
  asOf: number,
): T[] {
  const current = new Map<string, T>();
  for (const revision of revisions) {
    if (revision.recordedAt > asOf) continue;
    const other = current.get(revision.id);
    if (!other || isLater(revision, other)) current.set(revision.id, revision);
  }
  return [...current.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isLater(
  a: Pick<LoggedEvent, "revisionId" | "recordedAt">,
  b: Pick<LoggedEvent, "revisionId" | "recordedAt">,
): boolean {
  return a.recordedAt === b.recordedAt ? a.revisionId > b.revisionId : a.recordedAt > b.recordedAt;
}
