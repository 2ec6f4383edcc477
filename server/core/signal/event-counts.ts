import type { TimeWindow } from "#core/time/time-window.ts";

/**
 * How many events happened in each of so many equal parts of a span; those outside it are left out.
 *
 * Formula: part = ⌊parts · (at − from) / (until − from)⌋. Units: epoch milliseconds. The end belongs to the last part.
 *
 * @example
 * eventCounts([0, 1, 9, 10, 20], { from: 0, until: 10 }, 2); // => [2, 2]
 */
export function eventCounts(times: readonly number[], span: TimeWindow, parts: number): number[] {
  const counts = Array.from({ length: parts }, () => 0);
  const length = Math.max(1, span.until - span.from);
  for (const at of times) {
    if (at < span.from || at > span.until) continue;
    const part = Math.min(parts - 1, Math.floor((parts * (at - span.from)) / length));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}
