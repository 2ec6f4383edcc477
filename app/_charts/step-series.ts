import { bisector } from "d3-array";

/** A value that stands from an instant (epoch ms) until the next point; null when nothing stands. */
export interface StepPoint {
  readonly at: number;
  readonly value: number | null;
}

const byInstant = bisector((point: StepPoint) => point.at);

/** What stands at an instant: the last value set at or before it. */
export function activeValue(steps: readonly StepPoint[], at: number): number | null {
  return steps[byInstant.right(steps, at) - 1]?.value ?? null;
}

/** The last point that holds a value. */
export function lastActive(steps: readonly StepPoint[]): StepPoint | undefined {
  return steps.findLast((point) => point.value !== null);
}

/** At most `count` instants at which to read several series: their own changes if few enough, else evenly spread. */
export function readingInstants(series: ReadonlyArray<readonly StepPoint[]>, until: number, count: number): number[] {
  const changes = [...new Set(series.flatMap((steps) => steps.map((point) => point.at)))]
    .filter((at) => at <= until)
    .sort((a, b) => a - b);
  const first = changes[0];
  if (first === undefined || changes.length <= count) return changes;
  return Array.from({ length: count }, (_, index) => first + ((until - first) * index) / (count - 1));
}

/**
 * The same steps with no more than the eye can tell apart: within each of `buckets` equal spans the first, lowest, highest
 * and last points stay, in order. A line drawn over that many pixels covers the same ground.
 */
export function thinSteps(steps: readonly StepPoint[], buckets: number): readonly StepPoint[] {
  const first = steps[0];
  const last = steps.at(-1);
  if (first === undefined || last === undefined || steps.length <= buckets * 2) return steps;
  const width = (last.at - first.at) / buckets || 1;
  const kept = new Set<StepPoint>([first, last]);
  const spans = Map.groupBy(steps, (point) => Math.floor((point.at - first.at) / width));
  for (const span of spans.values()) {
    for (const point of extremesOf(span)) kept.add(point);
    for (const point of span) if (point.value === null) kept.add(point);
  }
  return steps.filter((point) => kept.has(point));
}

function extremesOf(span: readonly StepPoint[]): StepPoint[] {
  const valued = span.filter((point) => point.value !== null);
  const ordered = valued.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  return [span[0], ordered[0], ordered.at(-1), span.at(-1)].filter((point) => point !== undefined);
}
