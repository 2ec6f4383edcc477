import { type EventSource, SOURCE_TIERS, type SourceTier } from "./event.ts";

/** What a source must be, and how many independent groups of them there must be. */
export interface SourceRequirement {
  readonly minimumSourceGroups: number;
  readonly minimumTier?: SourceTier;
}

/**
 * When an event had been publicly reported by as many independent groups as are required; null when it has not been.
 *
 * Each group reports when the first of its qualifying sources is published. A source dated before the event (an
 * announcement, or a page that only bears a date) makes it known when it happens, not sooner.
 * Formula: the n-th smallest over groups of min(max(publishedAt, occurredFrom)); n ≥ 1 whatever is asked.
 * Units: epoch milliseconds.
 *
 * @example
 * reportTime({ occurredFrom: 0, sources: [{ publishedAt: 7, tier: "agency", independenceGroup: "a" }] }, { minimumSourceGroups: 1 }); // => 7
 * reportTime({ occurredFrom: 0, sources: [{ publishedAt: 7, tier: "social", independenceGroup: "a" }] }, { minimumSourceGroups: 1, minimumTier: "press" }); // => null
 */
export function reportTime(
  event: {
    readonly occurredFrom: number;
    readonly sources: readonly Pick<EventSource, "publishedAt" | "tier" | "independenceGroup">[];
  },
  requirement: SourceRequirement,
): number | null {
  const times = groupReportTimes(event, requirement.minimumTier);
  return times[Math.max(1, requirement.minimumSourceGroups) - 1] ?? null;
}

/**
 * When each independent group first reported an event, in order of time.
 *
 * @example
 * groupReportTimes({ occurredFrom: 5, sources: [{ publishedAt: 3, tier: "press", independenceGroup: "a" }] }); // => [5]
 */
export function groupReportTimes(
  event: {
    readonly occurredFrom: number;
    readonly sources: readonly Pick<EventSource, "publishedAt" | "tier" | "independenceGroup">[];
  },
  minimumTier: SourceTier = "social",
): number[] {
  const lowest = SOURCE_TIERS.indexOf(minimumTier);
  const firstOf = new Map<string, number>();
  for (const { tier, independenceGroup, publishedAt } of event.sources) {
    if (SOURCE_TIERS.indexOf(tier) > lowest) continue;
    const at = Math.max(publishedAt, event.occurredFrom);
    firstOf.set(independenceGroup, Math.min(at, firstOf.get(independenceGroup) ?? at));
  }
  return [...firstOf.values()].sort((a, b) => a - b);
}
